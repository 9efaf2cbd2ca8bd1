import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import type { JsonObject, TemplateItem } from "@/lib/whatsapp/types";
import { markTemplatesStale } from "./sync/mark-stale";

/** One of Meta's webhooks about a template. `at` is when it became so. */
export type TemplateNews = Pick<
  TemplateItem,
  "wabaId" | "change" | "templateId" | "name" | "language" | "event" | "reason" | "value"
> & { at: Date };

/** `unknown`: not in our list, which is read again for it. `nothing`: it changes nothing here. */
export type NewsOutcome = "applied" | "unknown" | "nothing";

/** What Meta says of templates takes effect on their rows, whatever the order in which it comes. */
export async function applyTemplateNews(tx: Transaction, actor: Actor, list: TemplateNews[]): Promise<NewsOutcome[]> {
  const outcomes: NewsOutcome[] = [];
  for (const news of list) outcomes.push(await applyOne(tx, actor, news));
  const stale = list.filter((news, at) => news.change === "components" || outcomes[at] === "unknown");
  await markTemplatesStale(
    tx,
    actor.tenantId,
    stale.flatMap(({ wabaId }) => wabaId ?? []),
  );
  return outcomes;
}

async function applyOne(tx: Transaction, actor: Actor, news: TemplateNews): Promise<NewsOutcome> {
  const templateId = await findId(tx, actor, news);
  if (templateId === null) return "unknown";
  if (news.change === "components") return "applied";
  const effect = effectOf(news);
  if (!effect) return "nothing";
  const changed = await write(tx, actor.tenantId, templateId, effect, news.at);
  if (changed) {
    const payload = { wabaId: news.wabaId, templateId, change: news.change, ...changed };
    await recordEvent(tx, actor, { type: "template.changed", payload, at: news.at });
  }
  return "applied";
}

/** By name where the id is not one of ours: ids come as numbers, and may be too large to have survived that. */
async function findId(tx: Transaction, { tenantId }: Actor, { wabaId, templateId, name, language }: TemplateNews) {
  const { rows } = await tx.$client.query<{ id: string }>(
    `select id from templates where tenant_id = $1 and waba_id = $2
       and (meta_id = $3 or (name = $4 and language = $5))
     order by meta_id = $3 desc nulls last, removed_at is not null, created_at desc limit 1`,
    [tenantId, wabaId, templateId, name, language],
  );
  return rows[0]?.id ?? null;
}

/** Columns to set, and the one that says of when their value is. */
type Effect = { moment: "status_at" | "quality_at" | "category_at"; column: string; set: Record<string, unknown> };

/** Events that are no state of their own. */
const sendableAgain = new Set(["REINSTATED", "UNPAUSED", "UNARCHIVED"]);

function effectOf(news: TemplateNews): Effect | null {
  const { change, event } = news;
  if (event === null) return null;
  if (change === "status") return statusEffect(news, event);
  if (change === "quality") return { moment: "quality_at", column: "quality", set: { quality: event } };
  return categoryEffect(news, event);
}

function statusEffect({ reason, value, at }: TemplateNews, event: string): Effect | null {
  // A warning that it may be paused soon; it can still be sent.
  if (event === "FLAGGED") return null;
  const set = {
    status: sendableAgain.has(event) ? "APPROVED" : event,
    rejected_reason: event === "REJECTED" ? reason : null,
    status_note: textIn(value.rejection_info, "reason") ?? textIn(value.other_info, "description"),
    ...(event === "DELETED" ? { removed_at: at } : {}),
  };
  return { moment: "status_at", column: "status", set };
}

/** With another category named as the right one, the change is announced for later; without, it has happened. */
function categoryEffect({ change, value }: TemplateNews, event: string): Effect {
  const correct = typeof value.correct_category === "string" ? value.correct_category.toUpperCase() : null;
  if (correct !== null) {
    const seconds = Number(value.category_update_timestamp);
    const next = { next_category: correct, next_category_at: seconds > 0 ? new Date(seconds * 1_000) : null };
    const category = change === "category" ? { category: event } : {};
    return { moment: "category_at", column: "next_category", set: { ...category, ...next } };
  }
  const previous = typeof value.previous_category === "string" ? value.previous_category.toUpperCase() : null;
  const set = { category: event, previous_category: previous, next_category: null, next_category_at: null };
  return { moment: "category_at", column: "category", set };
}

type Changed = { name: string; language: string; status: string; category: string; quality: string | null };

/** Only newer news counts; of two in the same second always the same one, whichever came first. */
async function write(
  tx: Transaction,
  tenantId: string,
  templateId: string,
  { moment, column, set }: Effect,
  at: Date,
): Promise<Changed | null> {
  const entries = Object.entries({ ...set, [moment]: at });
  const sets = entries.map(([name], place) => `${name} = $${place + 5}`);
  const { rows } = await tx.$client.query<Changed>(
    `update templates t set ${sets.join(", ")}
     where tenant_id = $1 and id = $2
       and (t.${moment} < $3::timestamptz or (t.${moment} = $3::timestamptz and coalesce(t.${column}, '') < $4))
     returning name, language, status, category, quality`,
    [tenantId, templateId, at, String(set[column] ?? ""), ...entries.map(([, value]) => value)],
  );
  return rows[0] ?? null;
}

function textIn(value: JsonObject[string] | undefined, key: string): string | null {
  const inner = typeof value === "object" && value !== null && !Array.isArray(value) ? value[key] : undefined;
  return typeof inner === "string" && inner !== "" ? inner : null;
}
