import { and, eq, isNotNull, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { conversations } from "@/db/schema";
import type { Actor } from "@/lib/auth";
import { hasLevel } from "./service-level";
import { windowClosesAt } from "./service-window";
import type { ConversationFilter } from "./types";
import { visibleTo } from "./visibility";

type Asked = ConversationFilter & { contactId?: string | undefined };

/** What a list of conversations holds, and a count of it: the filter under the visibility rule. */
export function filterConditions(actor: Actor, filter: Asked, now = new Date()): SQL | undefined {
  return and(
    eq(conversations.tenantId, actor.tenantId),
    visibleTo(actor),
    ...viewConditions(actor, filter),
    ...placeConditions(actor, filter),
    ...momentConditions(filter, now),
    filter.unread ? isUnread(actor, filter.unread) : undefined,
  );
}

function viewConditions(actor: Actor, filter: Asked): (SQL | undefined)[] {
  const { state, assigneeId, spamAt } = conversations;
  const alive = [ne(state, "resolved"), ne(state, "snoozed")];
  switch (filter.view) {
    case "mine":
      return [eq(assigneeId, sql`${memberIdOf(actor)}::uuid`), ...alive];
    case "unassigned":
      return [eq(state, "queued")];
    case "snoozed":
      return [eq(state, "snoozed")];
    case "resolved":
      return [eq(state, "resolved"), isNull(spamAt)];
    case "spam":
      return [isNotNull(spamAt)];
    case "mentions":
      return [isMentioned(actor)];
    default:
      return filter.contactId === undefined && filter.state === undefined ? alive : [];
  }
}

/** From the member's few mentions to their conversations, not the other way round. */
function isMentioned(actor: Actor): SQL {
  return sql`${conversations.id} in (
    select mt.conversation_id from mentions mt join notes nt on nt.tenant_id = mt.tenant_id and nt.id = mt.note_id
    where mt.tenant_id = ${actor.tenantId} and mt.member_id = ${memberIdOf(actor)}::uuid and nt.deleted_at is null)`;
}

function placeConditions(actor: Actor, filter: Asked): (SQL | undefined)[] {
  const { departmentId, channelId, contactId, assigneeId, labelId, priority, state, language, serviceLevel } = filter;
  return [
    departmentId ? eq(conversations.departmentId, departmentId) : undefined,
    channelId ? eq(conversations.channelId, channelId) : undefined,
    contactId ? eq(conversations.contactId, contactId) : undefined,
    assigneeId ? isAssignedTo(actor, assigneeId) : undefined,
    labelId ? hasLabel(labelId) : undefined,
    priority ? eq(conversations.priority, priority) : undefined,
    state ? eq(conversations.state, state) : undefined,
    language ? speaks(language) : undefined,
    serviceLevel ? hasLevel(actor.tenantId, serviceLevel) : undefined,
  ];
}

function momentConditions({ window, waitingMinutes }: Asked, now: Date): (SQL | undefined)[] {
  const { waitingSince } = conversations;
  return [
    window ? isWindow(window, now) : undefined,
    waitingMinutes === undefined
      ? undefined
      : and(lte(waitingSince, new Date(now.getTime() - waitingMinutes * 60_000)), ne(conversations.state, "resolved")),
  ];
}

/** As a row of the list shows it: unread for the team, and the asker has not seen the newest on any device. */
function isUnread(actor: Actor, unread: "yes" | "no"): SQL {
  const isSeen = sql`exists (select from read_cursors rc where rc.tenant_id = ${conversations.tenantId}
    and rc.member_id = ${memberIdOf(actor)}::uuid and rc.conversation_id = ${conversations.id}
    and rc.read_up_to >= coalesce((select m.at from messages m
      where m.tenant_id = ${conversations.tenantId} and m.id = ${conversations.lastMessageId}), rc.read_up_to))`;
  const isNew = sql`(${conversations.unreadCount} > 0 and not ${isSeen})`;
  return unread === "yes" ? isNew : sql`not ${isNew}`;
}

function isAssignedTo(actor: Actor, assigneeId: string): SQL {
  if (assigneeId === "none") return isNull(conversations.assigneeId);
  const id = assigneeId === "me" ? memberIdOf(actor) : assigneeId;
  return eq(conversations.assigneeId, sql`${id}::uuid`);
}

function hasLabel(labelId: string): SQL {
  return sql`exists (select from conversation_labels cl where cl.tenant_id = ${conversations.tenantId}
    and cl.conversation_id = ${conversations.id} and cl.label_id = ${labelId}::uuid)`;
}

/** `pt` also finds `pt-BR`. */
function speaks(language: string): SQL {
  return sql`exists (select from contacts ct where ct.tenant_id = ${conversations.tenantId}
    and ct.id = ${conversations.contactId} and (ct.language = ${language} or split_part(ct.language, '-', 1) = ${language}))`;
}

function isWindow(window: "open" | "closed", now: Date): SQL {
  // What opened by then is closed now.
  const edge = new Date(2 * now.getTime() - windowClosesAt(now).getTime()).toISOString();
  const isOpen = sql`exists (select from service_windows sw where sw.tenant_id = ${conversations.tenantId}
    and sw.contact_id = ${conversations.contactId} and sw.channel_id = ${conversations.channelId}
    and sw.opened_at > ${edge}::timestamptz)`;
  return window === "open" ? isOpen : sql`not ${isOpen}`;
}

/** An API key or the system has no conversations of its own; no id equals null. */
function memberIdOf(actor: Actor): string | null {
  return actor.kind === "member" ? actor.id : null;
}

/** Rows after a place in a list that is sorted by `at`, then by id. */
export function after(at: SQL, [time, id]: [string, string], isDescending: boolean): SQL | undefined {
  const moment = sql`${time}::timestamptz`;
  const beyond = isDescending ? sql`${at} < ${moment}` : sql`${at} > ${moment}`;
  return or(beyond, and(sql`${at} = ${moment}`, sql`${conversations.id} > ${id}::uuid`));
}
