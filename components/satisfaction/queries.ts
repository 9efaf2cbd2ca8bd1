import { queryOptions } from "@tanstack/react-query";
import { call, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListSurveys, ReadDepartmentSurvey } from "@/lib/satisfaction/schemas";
import { askingOf } from "@/lib/satisfaction/types";
import type { ListTemplates } from "@/lib/templates/schemas";

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

/** Utility templates that could carry the question. */
export const surveyTemplatesQuery = queryOptions({
  queryKey: keys.settings("survey-templates"),
  queryFn: async ({ signal }) => {
    const asked = { status: "APPROVED", category: "UTILITY", limit: 100 };
    const all = await readAll((cursor) =>
      call<typeof ListTemplates>("GET /templates", { ...asked, cursor }, { signal }),
    );
    return all.filter((template) => askingOf(template) !== null);
  },
});
