import type {
  consents,
  contactIdentities,
  contacts,
  conversations,
  events,
  messages,
  reactions,
  routingDecisions,
  serviceWindows,
} from "@/db/schema";
import { newId } from "@/lib/ids";
import { HOUR, MINUTE } from "@/lib/time";
import { type MessageContent, previewOf } from "@/lib/whatsapp/types";
import { claimOf } from "./claims";
import { consentsFor } from "./consents";
import type { Turn } from "./dialogues/turn";
import { contentWith } from "./fill";
import type { PlannedContact, PlannedConversation } from "./plan";
import type { Random } from "./random";
import type { Workspace } from "./workspace";

type Row<T extends { $inferInsert: unknown }> = T["$inferInsert"];

export type Rows = {
  contacts: Row<typeof contacts>[];
  identities: Row<typeof contactIdentities>[];
  windows: Row<typeof serviceWindows>[];
  consents: Row<typeof consents>[];
  conversations: Row<typeof conversations>[];
  messages: Row<typeof messages>[];
  reactions: Row<typeof reactions>[];
  decisions: Row<typeof routingDecisions>[];
  events: Row<typeof events>[];
};

export type Team = { memberId: string; name: string; departmentIds: string[] }[];

/** Turns the plan into rows, as if they had been written when they happened. */
export function writeHistory(
  workspace: Workspace,
  plan: PlannedConversation[],
  team: Team,
  now: Date,
  random: Random,
): Rows {
  const rows: Rows = {
    contacts: [],
    identities: [],
    windows: [],
    consents: [],
    conversations: [],
    messages: [],
    reactions: [],
    decisions: [],
    events: [],
  };
  const known = new Map<PlannedContact, string>();
  const inOrder = [...plan].sort((a, b) => b.lastAgoMs - a.lastAgoMs);
  for (const planned of inOrder) writeConversation(rows, workspace, planned, team, now, random, known);
  return rows;
}

function writeConversation(
  rows: Rows,
  workspace: Workspace,
  planned: PlannedConversation,
  team: Team,
  now: Date,
  random: Random,
  known: Map<PlannedContact, string>,
): void {
  const { tenantId, channelId } = workspace;
  const times = timesOf(planned, now, random);
  const openedAt = times[0] ?? now;
  const lastAt = times.at(-1) ?? now;
  const departmentId = planned.department ? (workspace.departmentIds.get(planned.department) ?? null) : null;
  const agent = agentFor(team, departmentId, random);
  const contactId = known.get(planned.contact) ?? writeContact(rows, workspace, planned.contact, openedAt);
  known.set(planned.contact, contactId);
  const conversationId = newId(openedAt.getTime());
  const refs = { tenantId, conversationId, contactId, channelId };
  const written = planned.dialogue.map((turn, at) =>
    writeMessage(rows, refs, planned, turn, times[at] ?? lastAt, agent, random),
  );
  const inbound = written.filter(({ direction }) => direction === "in");
  const lastIn = inbound.at(-1)?.at;
  const waiting = trailing(written);
  const resolved = planned.state === "resolved";
  rows.conversations.push({
    tenantId,
    id: conversationId,
    contactId,
    channelId,
    departmentId,
    assigneeId: planned.state === "queued" ? null : agent.memberId,
    state: planned.state,
    openedAt,
    resolvedAt: resolved ? new Date(lastAt.getTime() + 4 * MINUTE) : null,
    waitingSince: resolved ? null : (waiting[0]?.at ?? null),
    unreadCount:
      planned.state === "queued" ? waiting.length : resolved ? 0 : Math.min(waiting.length, random.between(0, 2)),
    lastActivityAt: lastAt,
    lastMessageId: written.at(-1)?.id ?? null,
  });
  if (lastIn) rows.windows.push({ tenantId, contactId, channelId, openedAt: lastIn });
  writeEvents(rows, { ...refs, departmentId }, planned, agent.memberId, openedAt, lastAt);
}

function writeContact(rows: Rows, { tenantId, portfolioId }: Workspace, contact: PlannedContact, at: Date): string {
  const contactId = newId(at.getTime());
  rows.contacts.push({
    tenantId,
    id: contactId,
    portfolioId,
    profileName: contact.name,
    profileNameAt: at,
    language: contact.language,
    createdAt: at,
  });
  const shared = { tenantId, portfolioId, contactId, validFrom: at, lastSeenAt: at, source: "message" };
  rows.identities.push({ ...shared, kind: "phone", value: contact.phone });
  rows.identities.push({
    ...shared,
    kind: "bsuid",
    value: `${contact.country}.${contact.phone.split("").reverse().join("")}7`,
  });
  rows.consents.push(...consentsFor({ tenantId, contactId, phone: contact.phone, at }));
  return contactId;
}

type Refs = { tenantId: string; conversationId: string; contactId: string; channelId: string };
type Agent = { memberId: string; name: string };

function writeMessage(
  rows: Rows,
  refs: Refs,
  planned: PlannedConversation,
  turn: Turn,
  at: Date,
  agent: Agent,
  random: Random,
): Row<typeof messages> {
  const content = contentWith(turn.content, planned, agent.name);
  const inbound = turn.from === "customer";
  const wamid = wamidOf(planned.contact.phone, random);
  const message: Row<typeof messages> = {
    ...refs,
    id: newId(at.getTime()),
    direction: inbound ? "in" : "out",
    author: inbound ? "contact" : "member",
    authorId: inbound ? null : agent.memberId,
    type: content.type,
    content,
    preview: previewOf(content as MessageContent),
    wamid,
    status: "received",
    at,
    arrivedAt: at,
    ...(inbound ? {} : outcome(at, random)),
  };
  rows.messages.push(message);
  if (!inbound && random.chance(0.08)) {
    const emoji = random.pick(["❤️", "👍", "🙏"]);
    const { tenantId, channelId, contactId } = refs;
    const reactedAt = new Date(at.getTime() + MINUTE);
    rows.reactions.push({
      tenantId,
      channelId,
      contactId,
      targetWamid: wamid,
      author: "contact",
      emoji,
      at: reactedAt,
    });
  }
  return message;
}

function outcome(at: Date, random: Random): Partial<Row<typeof messages>> {
  const after = (seconds: number) => new Date(at.getTime() + seconds * 1_000);
  const went = { acceptedAt: after(0.2), sentAt: after(1) };
  if (random.chance(0.012)) return { ...went, status: "failed", failedAt: after(3), errorCode: 131_026 };
  if (random.chance(0.08)) return { ...went, status: "delivered", deliveredAt: after(2) };
  return { ...went, status: "read", deliveredAt: after(2), readAt: after(random.between(5, 400)) };
}

function writeEvents(
  rows: Rows,
  refs: Refs & { departmentId: string | null },
  planned: PlannedConversation,
  memberId: string,
  openedAt: Date,
  lastAt: Date,
): void {
  const actor = "system:seed";
  rows.events.push({ ...refs, type: "conversation.opened", actor, payload: {}, at: openedAt });
  rows.events.push({ ...refs, type: "conversation.queued", actor, payload: {}, at: openedAt });
  if (planned.state === "queued") return;
  const assignedAt = new Date(openedAt.getTime() + MINUTE);
  const claim = claimOf({ ...refs, memberId }, { openedAt, at: assignedAt, held: rows.decisions.length % 4 });
  rows.decisions.push(claim);
  rows.events.push({
    ...{ ...refs, type: "conversation.assigned", actor: `member:${memberId}`, memberId, at: assignedAt },
    payload: { decisionId: claim.id, rule: claim.facts.rule },
  });
  if (planned.state !== "resolved") return;
  const resolvedAt = new Date(lastAt.getTime() + 4 * MINUTE);
  rows.events.push({
    ...refs,
    type: "conversation.resolved",
    actor: `member:${memberId}`,
    payload: {},
    at: resolvedAt,
  });
}

/** The last line lies where the plan says; those before it a few minutes apart. */
function timesOf(planned: PlannedConversation, now: Date, random: Random): Date[] {
  const last = now.getTime() - planned.lastAgoMs;
  const gaps = planned.dialogue.slice(1).map(() => random.between(20, 900) * 1_000);
  const times = [last];
  for (const gap of gaps.reverse()) times.unshift((times[0] ?? last) - gap);
  return times.map((time) => new Date(Math.min(time, now.getTime() - HOUR / 120)));
}

function agentFor(team: Team, departmentId: string | null, random: Random): Agent {
  const fitting = team.filter(({ departmentIds }) => departmentId === null || departmentIds.includes(departmentId));
  return random.pick(fitting.length > 0 ? fitting : team);
}

/** The customer's lines that nobody has answered yet. */
function trailing(written: Row<typeof messages>[]): Row<typeof messages>[] {
  const lastAnswer = written.findLastIndex(({ direction }) => direction === "out");
  return written.slice(lastAnswer + 1);
}

function wamidOf(phone: string, random: Random): string {
  const unique = Array.from({ length: 20 }, () => random.between(0, 15).toString(16))
    .join("")
    .toUpperCase();
  return `wamid.${Buffer.from(`\u001d\u0018\u000b${phone}\u0015\u0002\u0000\u0011\u0018\u0012${unique}\u0000`).toString("base64")}`;
}
