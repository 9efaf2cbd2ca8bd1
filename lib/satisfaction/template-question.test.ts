import { describe, expect, it } from "vitest";
import { ownerQuery } from "@/test/database";
import { surveyScene, surveySettings } from "@/test/surveys";
import { readDepartmentSurvey, readPayload, setDepartmentSurvey } from "./index";
import { askDue } from "./queue/ask-due";

/** A department's template, and the service window closed. */
async function afterTheWindow(body: string, templateValues: Record<string, string> = {}) {
  const made = await surveyScene();
  const { tenantId, contactId, departmentId, admin } = made;
  const components = [
    { type: "BODY", text: body },
    { type: "BUTTONS", buttons: ["Good", "Fair", "Poor"].map((text) => ({ type: "QUICK_REPLY", text })) },
  ];
  const [template] = await ownerQuery<{ id: string }>(
    `insert into templates (tenant_id, waba_id, meta_id, name, language, status, category, components, search_text,
       status_at, category_at, quality_at)
     values ($1, $2, '1', 'how_was_it', 'en', 'APPROVED', 'UTILITY', $3, 'x', now(), now(), now()) returning id`,
    [tenantId, made.channel.wabaId, JSON.stringify(components)],
  );
  const asked = { ...surveySettings, templateId: template?.id ?? "", templateValues };
  const save = () => setDepartmentSurvey(admin, { departmentId, settings: asked });
  await ownerQuery(
    `insert into consents (tenant_id, contact_id, purpose, state, source, evidence, actor, at)
     values ($1, $2, 'service', 'granted', 'email', '{}', 'x', now())`,
    [tenantId, contactId],
  );
  const ask = async () => {
    await made.resolve();
    await ownerQuery("update service_windows set opened_at = now() - interval '30 hours' where tenant_id = $1", [
      tenantId,
    ]);
    await askDue();
    return (await made.sent())[0]?.content.template as { components: Component[] } | undefined;
  };
  return { ...made, save, ask };
}

type Component = { type: string; parameters: { type: string; text?: string; payload?: string }[] };

describe("outside the service window", () => {
  it("the department's template asks, with a score behind each of its buttons", async () => {
    const { save, ask } = await afterTheWindow("How was it?");
    await save();
    const sent = await ask();
    expect(sent?.components.map(({ parameters }) => readPayload(parameters[0]?.payload ?? "")?.score)).toEqual([
      5, 3, 1,
    ]);
  });

  it("its variables are filled with what the department says", async () => {
    const values = { "body.1": "{{contact.firstName}}", "body.2": "{{agent.firstName|us}} of {{department.name}}" };
    const { save, ask, said } = await afterTheWindow("Hi {{1}}, how was it with {{2}}?", values);
    expect(await save()).toMatchObject({ settings: { templateValues: values } });
    const sent = await ask();
    expect(sent?.components[0]).toMatchObject({
      type: "body",
      parameters: [{ text: "Casey" }, { text: expect.stringMatching(/^\w+ of Sales$/) }],
    });
    expect(sent?.components).toHaveLength(4);
    expect((await said())[0]).toMatch(/^Hi Casey, how was it with \w+ of Sales\?$/);
  });

  it("nobody is asked where a value is not known, and the department's settings say so", async () => {
    const { save, ask, admin, contactId, departmentId } = await afterTheWindow("Hi {{1}}, how was it?", {
      "body.1": "{{contact.firstName}}",
    });
    expect((await save()).notAsked).toEqual([]);
    await ownerQuery("update contacts set name = null, profile_name = null where id = $1", [contactId]);
    expect(await ask()).toBeUndefined();
    expect((await readDepartmentSurvey(admin, { departmentId })).notAsked).toEqual([
      { reason: "survey_value_missing", count: 1 },
    ]);
  });

  it.each([
    ["nothing", {}],
    ["only spaces", { "body.1": " " }],
    ["more than a line", { "body.1": "Hi\nthere" }],
    ["a variable that there is not", { "body.1": "{{order.number}}" }],
  ])("a template whose variable is filled with %s is not saved", async (_, values) => {
    const { save } = await afterTheWindow("Hi {{1}}, how was it?", values as Record<string, string>);
    await expect(save()).rejects.toMatchObject({
      code: "survey_values_invalid",
      fields: [{ path: "settings.templateValues.body.1" }],
    });
  });
});
