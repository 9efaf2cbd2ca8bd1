import { templatesOf } from "./account-templates";
import { parse } from "./control-error";
import { templateKeySchema, templateSchema } from "./control-schemas";
import { findIn, makeTemplate, type Template, type TemplateComponent } from "./meta/templates";
import type { Simulation } from "./simulation";

type Route = (simulation: Simulation, body: unknown, query: URLSearchParams) => object | Promise<object>;

/** Templates as WhatsApp Manager and Meta's reviewers would change them. */
export const templateRoutes: Record<string, Route> = {
  "GET templates": (simulation, _body, query) => {
    const { wabaId } = parse(templateKeySchema, Object.fromEntries(query));
    return templatesOf(simulation, wabaId);
  },
  "POST templates": async (simulation, body) => {
    const { wabaId, quality, components, ...facts } = parse(templateSchema, body);
    const list = templatesOf(simulation, wabaId);
    const known = findIn(list)(facts.name, facts.language);
    const template = known ?? addTemplate(list, facts.name, facts.language);
    const before = { ...template };
    Object.assign(template, given(facts));
    if (components) template.components = components as TemplateComponent[];
    if (quality) template.quality_score = { score: quality, date: Math.floor(simulation.now() / 1_000) };
    return { id: template.id, webhooks: await announceChanges(simulation, wabaId, before, template) };
  },
  "DELETE templates": (simulation, _body, query) => {
    const { wabaId, name, language } = parse(templateKeySchema, Object.fromEntries(query));
    const list = templatesOf(simulation, wabaId);
    const kept = list.filter(
      (each) => (name !== undefined && each.name !== name) || (language !== undefined && each.language !== language),
    );
    simulation.templates.set(wabaId, kept);
    return { removed: list.length - kept.length };
  },
};

let added = 1_000;

function addTemplate(list: Template[], name: string, language: string): Template {
  added += 1;
  const body = { type: "BODY" as const, text: "A message without variables." };
  const template = makeTemplate({ name, language, components: [body] }, added);
  list.push(template);
  return template;
}

function given(facts: object): object {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** As Meta does: a webhook each for another state, category or quality. Answers with what the door said. */
async function announceChanges(simulation: Simulation, wabaId: string, before: Template, after: Template) {
  const about = {
    // A number in Meta's webhooks, text in its lists.
    message_template_id: Number(after.id),
    message_template_name: after.name,
    message_template_language: after.language,
  };
  const changes = [
    ...(before.status === after.status
      ? []
      : [
          {
            field: "message_template_status_update",
            value: {
              event: after.status,
              ...about,
              reason: after.rejected_reason,
              message_template_category: after.category,
            },
          },
        ]),
    ...(before.category === after.category
      ? []
      : [
          {
            field: "template_category_update",
            value: { ...about, previous_category: before.category, new_category: after.category },
          },
        ]),
    ...(before.quality_score.score === after.quality_score.score
      ? []
      : [
          {
            field: "message_template_quality_update",
            value: {
              previous_quality_score: before.quality_score.score,
              new_quality_score: after.quality_score.score,
              ...about,
            },
          },
        ]),
  ];
  if (changes.length === 0) return [];
  const [callback] = simulation.world.directory.callbacksOf(wabaId);
  if (!callback) return [];
  const time = Math.floor(simulation.now() / 1_000);
  const body = { object: "whatsapp_business_account", entry: [{ id: wabaId, time, changes }] };
  const { status } = await simulation.deliveries.postRaw(callback.app, callback.url, Buffer.from(JSON.stringify(body)));
  return changes.map(({ field }) => ({ field, status }));
}
