import {
  type ConversationFilter,
  type ConversationSummary,
  type ConversationView,
  conversationSorts,
  conversationStates,
  conversationViews,
  placeByPriority,
  priorities,
} from "@/lib/conversations/types";
import { isUuid } from "@/lib/ids";
import { isSeen } from "./is-seen";

/** What a list shows; part of the page's URL, so that a view can be linked. */
export type Filter = Omit<ConversationFilter, "departmentId" | "labelId"> & {
  departmentId: string | null;
  labelId?: string | null;
};

export const firstFilter: Filter = { view: "mine", departmentId: null };

type Params = { get: (name: string) => string | null };

/** What a URL says of each; what it could not have been given by us is left out. */
const readers = {
  channelId: ["channel", (value: string) => (isUuid(value) ? value : undefined)],
  assigneeId: [
    "assignee",
    (value: string) => (isUuid(value) || value === "me" || value === "none" ? value : undefined),
  ],
  priority: ["priority", (value: string) => oneOf(priorities, value)],
  state: ["state", (value: string) => oneOf(conversationStates, value)],
  window: ["window", (value: string) => oneOf(["open", "closed"] as const, value)],
  waitingMinutes: ["waiting", (value: string) => (/^[1-9]\d{0,4}$/.test(value) ? Number(value) : undefined)],
  unread: ["unread", (value: string) => oneOf(["yes", "no"] as const, value)],
  language: ["language", (value: string) => (/^[a-z]{2}(-[A-Z]{2})?$/.test(value) ? value : undefined)],
  serviceLevel: ["promise", (value: string) => oneOf(["warned", "missed"] as const, value)],
  sort: ["sort", (value: string) => oneOf(conversationSorts, value)],
} as const satisfies { [K in keyof Filter]?: [string, (value: string) => Filter[K] | undefined] };

type Narrowing = keyof typeof readers;
const narrowings = Object.keys(readers) as Narrowing[];

export function readFilter(params: Params): Filter {
  const narrowed = Object.fromEntries(
    narrowings.flatMap((key) => {
      const [name, read] = readers[key];
      const value = read(params.get(name) ?? "");
      return value === undefined ? [] : [[key, value]];
    }),
  );
  const labelId = params.get("label");
  const departmentId = params.get("department") || null;
  const isNarrowed = labelId !== null || Object.keys(narrowed).some((key) => key !== "sort");
  const named = oneOf(conversationViews, params.get("view") ?? "");
  const view = named === "department" ? undefined : named;
  const implied: ConversationView = departmentId ? "department" : isNarrowed ? "all" : firstFilter.view;
  return { view: view ?? implied, departmentId, ...(labelId ? { labelId } : {}), ...narrowed };
}

/** The query of a URL for a filter, with its question mark; empty for the first view. */
export function queryOf(filter: Filter): string {
  const { view, departmentId, labelId } = filter;
  const query = new URLSearchParams();
  if (departmentId) query.set("department", departmentId);
  if (labelId) query.set("label", labelId);
  for (const key of narrowings) {
    const value = filter[key];
    if (value !== undefined) query.set(readers[key][0], String(value));
  }
  if (readFilter(query).view !== view) query.append("view", view);
  return query.size === 0 ? "" : `?${query}`;
}

export function sameFilter(one: Filter, other: Filter): boolean {
  return queryOf(one) === queryOf(other);
}

/** As the API takes it. */
export function askedOf({ departmentId, labelId, ...rest }: Filter): ConversationFilter {
  return { ...rest, ...(departmentId ? { departmentId } : {}), ...(labelId ? { labelId } : {}) };
}

/** As a saved view keeps it. */
export function filterOf({ departmentId, ...rest }: ConversationFilter): Filter {
  return { ...rest, departmentId: departmentId ?? null };
}

/** How much of a filter narrows its view; the order does not. */
export function narrowingCount(filter: Filter): number {
  const more = narrowings.filter((key) => key !== "sort" && filter[key] !== undefined).length;
  return more + (filter.labelId ? 1 : 0) + (filter.departmentId && filter.view !== "department" ? 1 : 0);
}

/** What only the server can tell: whether a change belongs into such a list is asked by reading it again. */
export function isForServer({ language }: Filter): boolean {
  return language !== undefined;
}

/** Lists that change by the clock alone. */
export function isByTheClock({ window, waitingMinutes }: Filter): boolean {
  return window !== undefined || waitingMinutes !== undefined;
}

function oneOf<T extends string>(values: readonly T[], value: string): T | undefined {
  return values.find((each) => each === value);
}

/** Whether a conversation that the member may see belongs into a list; the server's views, for patches between loads. */
export function belongs(filter: Filter, conversation: ConversationSummary, memberId: string): boolean {
  return isNarrowedTo(filter, conversation, memberId) && isInView(filter, conversation, memberId);
}

function isInView({ view, departmentId, state: asked }: Filter, conversation: ConversationSummary, memberId: string) {
  const { state, isSpam, assignee, department, mention } = conversation;
  if (view === "spam") return isSpam;
  if (view === "resolved") return state === "resolved" && !isSpam;
  if (view === "snoozed") return state === "snoozed";
  if (view === "mentions") return mention !== null;
  if (view === "unassigned") return state === "queued";
  const isAsleep = state === "resolved" || state === "snoozed";
  if (view === "mine") return !isAsleep && assignee?.id === memberId;
  if (isAsleep && asked === undefined) return false;
  return view !== "department" || department?.id === departmentId;
}

function isNarrowedTo(filter: Filter, conversation: ConversationSummary, memberId: string): boolean {
  const { labelId, departmentId, channelId, assigneeId, priority, state, unread, serviceLevel } = filter;
  const { labels, department, channel, assignee, unreadCount } = conversation;
  if (labelId && !labels.some(({ id }) => id === labelId)) return false;
  if (departmentId && department?.id !== departmentId) return false;
  if (channelId && channel.id !== channelId) return false;
  if (assigneeId && (assignee?.id ?? "none") !== (assigneeId === "me" ? memberId : assigneeId)) return false;
  if (priority && conversation.priority !== priority) return false;
  if (state && conversation.state !== state) return false;
  if (unread && (unreadCount > 0 && !isSeen(conversation)) !== (unread === "yes")) return false;
  if (serviceLevel && conversation.serviceLevel?.state !== serviceLevel) return false;
  return isOfNow(filter, conversation, Date.now());
}

function isOfNow({ window, waitingMinutes }: Filter, conversation: ConversationSummary, nowMs: number): boolean {
  const { windowClosesAt, waitingSince, state } = conversation;
  const isOpen = windowClosesAt !== null && Date.parse(windowClosesAt) > nowMs;
  if (window && isOpen !== (window === "open")) return false;
  if (waitingMinutes === undefined) return true;
  return waitingSince !== null && state !== "resolved" && Date.parse(waitingSince) <= nowMs - waitingMinutes * 60_000;
}

const NEVER = "9999-12-31T00:00:00.000Z";

/** By what a list is sorted: mentions by when one was called, all else by when something last happened, or as asked for. */
export function placeIn(
  { view, sort }: Filter,
  { mention, lastActivityAt, waitingSince, priority, serviceLevel }: ConversationSummary,
): string {
  if (sort === "due") return serviceLevel?.dueAt ?? NEVER;
  if (sort === "waiting") return waitingSince ?? NEVER;
  if (sort === "priority") return placeByPriority(priority, waitingSince);
  return view === "mentions" ? (mention?.at ?? "") : lastActivityAt;
}

export function isAscending({ sort }: Filter): boolean {
  return sort === "waiting" || sort === "due" || sort === "oldest" || sort === "priority";
}
