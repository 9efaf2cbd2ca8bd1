import { eq } from "drizzle-orm";
import { channels, departments, labels, members } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { conversationStates } from "@/lib/conversations/types";
import { spanOf } from "./dates";
import { fold, wordsOf } from "./fold";
import {
  hasTypes,
  type NotUnderstood,
  type ParsedQuery,
  type SearchKind,
  type SearchOperator,
  searchKinds,
} from "./types";
import { who } from "./who";

/** What the operators of a query come to, in the ids of one workspace. */
export type Narrowed = {
  /** As the definer functions read it. */
  conditions: Record<string, string | string[]>;
  /** Marks of the index, each group of them joined by `or`. */
  marks: string[][];
  kinds: readonly SearchKind[];
  notUnderstood: NotUnderstood[];
};

type Asked = { query: ParsedQuery; timeZone: string; now: Date };
type Step = { conditions?: Narrowed["conditions"]; marks?: string[]; kinds?: readonly SearchKind[] };
type Read = (tx: Transaction, actor: Actor, value: string, asked: Asked) => Promise<Step | null>;

/** Operators of one kind widen each other, as in `label:vip label:gold`; those of different kinds narrow. */
export async function narrow(tx: Transaction, actor: Actor, asked: Asked): Promise<Narrowed> {
  const result: Narrowed = { conditions: {}, marks: [], kinds: searchKinds, notUnderstood: [] };
  for (const { operator, value } of asked.query.operators) {
    const step = await readers[operator](tx, actor, value, asked);
    if (step === null) {
      result.notUnderstood.push({ operator, value });
      continue;
    }
    for (const [key, ids] of Object.entries(step.conditions ?? {})) {
      const before = result.conditions[key];
      result.conditions[key] = Array.isArray(before) && Array.isArray(ids) ? [...before, ...ids] : ids;
    }
    if (step.marks) result.marks.push(step.marks);
    const kinds = step.kinds ?? (["notes", "messages"] as const);
    result.kinds = result.kinds.filter((kind) => kinds.includes(kind));
  }
  return result;
}

const readers: Record<SearchOperator, Read> = {
  from: readFrom,
  has: async (_tx, _actor, value) => {
    const types = hasTypes[fold(value).replace(/s$/, "")] ?? hasTypes[fold(value)];
    if (!types) return null;
    return { marks: types.length === 0 ? ["has:link"] : types.map((type) => `type:${type}`), kinds: ["messages"] };
  },
  before: async (_tx, _actor, value, { timeZone, now }) => {
    const span = spanOf(value, timeZone, now);
    return span && { conditions: { to: span.from.toISOString() } };
  },
  after: async (_tx, _actor, value, { timeZone, now }) => {
    const span = spanOf(value, timeZone, now);
    return span && { conditions: { from: span.from.toISOString() } };
  },
  label: async (tx, { tenantId }, value) => {
    const rows = await tx
      .select({ id: labels.id, name: labels.name })
      .from(labels)
      .where(eq(labels.tenantId, tenantId));
    return idsNamed("labelIds", rows, value);
  },
  in: readIn,
  assignee: async (tx, actor, value) => {
    const word = fold(value);
    if (word === "me") return { conditions: { assigneeIds: [actor.id] } };
    if (word === "none" || word === "nobody") return { conditions: { assigneeIds: ["none"] } };
    return idsNamed("assigneeIds", await listMembers(tx, actor), value);
  },
};

/** A place: a kind of thing, a state, a department or a channel. */
async function readIn(tx: Transaction, { tenantId }: Actor, value: string): Promise<Step | null> {
  const word = fold(value);
  const kind = searchKinds.find((each) => each === word || each === `${word}s`);
  if (kind) return { kinds: [kind] };
  const state = conversationStates.find((each) => each === word);
  if (state) return { conditions: { states: [state] } };
  const inDepartment = idsNamed(
    "departmentIds",
    await tx
      .select({ id: departments.id, name: departments.name })
      .from(departments)
      .where(eq(departments.tenantId, tenantId)),
    value,
  );
  if (inDepartment) return inDepartment;
  const named = await tx
    .select({ id: channels.id, name: channels.name })
    .from(channels)
    .where(eq(channels.tenantId, tenantId));
  return idsNamed("channelIds", named, value);
}

const MOST_WRITERS = 100;

/** `me`, `us`, `customer`, or a name: of members and of contacts, as the asker may see them. */
async function readFrom(tx: Transaction, actor: Actor, value: string): Promise<Step | null> {
  const word = fold(value);
  if (word === "me") return { marks: [`by:${actor.id}`] };
  if (word === "us" || word === "customer") {
    return { conditions: { direction: word === "us" ? "out" : "in" }, kinds: ["messages"] };
  }
  const people = named(await listMembers(tx, actor), value).map(({ id }) => id);
  const { rows } = await tx.$client.query<{ id: string }>(
    "select id from search_contacts(search_query($1, false), null, $2, null, $3) id",
    [value, who(actor), MOST_WRITERS],
  );
  const writers = [...people, ...rows.map(({ id }) => id)].map((id) => `by:${id}`);
  return writers.length > 0 ? { marks: writers } : null;
}

function listMembers(tx: Transaction, { tenantId }: Actor) {
  return tx.select({ id: members.id, name: members.name }).from(members).where(eq(members.tenantId, tenantId));
}

type Named = { id: string; name: string };

/** Those of just this name, else those with words that begin so. */
function named(rows: Named[], value: string): Named[] {
  const sought = wordsOf(value);
  const exact = rows.filter(({ name }) => wordsOf(name).join(" ") === sought.join(" "));
  if (exact.length > 0 || sought.length === 0) return exact;
  return rows.filter(({ name }) => sought.every((word) => wordsOf(name).some((each) => each.startsWith(word))));
}

function idsNamed(key: string, rows: Named[], value: string): Step | null {
  const ids = named(rows, value).map(({ id }) => id);
  return ids.length > 0 ? { conditions: { [key]: ids } } : null;
}
