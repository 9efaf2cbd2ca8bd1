import { queryOptions } from "@tanstack/react-query";
import { call, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListSurveys, ReadDepartmentSurvey } from "@/lib/satisfaction/schemas";
import type { ListTemplates } from "@/lib/templates/schemas";
import { readParts, slotsOf, type Template } from "@/lib/templates/types";

export const departmentSurveyQuery = (departmentId: string) =>
  queryOptions({
    queryKey: keys.settings("department-survey", departmentId),
    queryFn: ({ signal }) =>
      call<typeof ReadDepartmentSurvey>("GET /departments/:departmentId/survey", { departmentId }, { signal }),
  });

/** The last answers of a contact that the member may read. */
export const surveysOfContactQuery = (contactId: string) =>
  queryOptions({
    queryKey: keys.surveysOfContact(contactId),
    queryFn: ({ signal }) => call<typeof ListSurveys>("GET /surveys", { contactId, limit: 5 }, { signal }),
  });

/** Utility templates that could carry the question: without variables, with buttons to answer by. */
export const surveyTemplatesQuery = queryOptions({
  queryKey: keys.settings("survey-templates"),
  queryFn: async ({ signal }) => {
    const asked = { status: "APPROVED", category: "UTILITY", limit: 100 };
    const all = await readAll((cursor) =>
      call<typeof ListTemplates>("GET /templates", { ...asked, cursor }, { signal }),
    );
    return all.filter(canAsk);
  },
});

function canAsk({ components, category }: Pick<Template, "components" | "category">): boolean {
  const parts = readParts(components);
  const count = parts.buttons.filter(({ kind }) => kind === "quick_reply").length;
  return slotsOf(parts, category).length === 0 && parts.unfillable.length === 0 && count >= 2 && count <= 5;
}
