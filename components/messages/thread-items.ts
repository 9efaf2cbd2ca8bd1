import type { TimelineEntry } from "@/lib/conversations/types";
import type { Message } from "@/lib/messages/types";
import type { Note } from "@/lib/notes/types";

/** What stands in a thread, from top to bottom. */
export type ThreadItem =
  | { kind: "day"; key: string; at: string }
  | { kind: "new"; key: string }
  | { kind: "message"; key: string; message: Message; joinsPrevious: boolean }
  | Beside;

/** What stands between the messages: notes of the team, and what was done with the conversation. */
export type Beside =
  | { kind: "note"; key: string; at: string; note: Note }
  | { kind: "line"; key: string; at: string; entry: TimelineEntry };

const JOINS_WITHIN_MS = 3 * 60_000;

/** A reaction hangs on its message; only one that did not get there stands for itself. */
function standsForItself(message: Message): boolean {
  return message.type !== "reaction" || message.status === "failed";
}

/**
 * @param messages the oldest first
 * @param firstNewId the message above which "new since you looked" stands
 * @param beside the oldest first
 */
export function threadItems(
  messages: readonly Message[],
  dayOf: (at: string) => string,
  firstNewId: string | null,
  beside: readonly Beside[] = [],
): ThreadItem[] {
  const items: ThreadItem[] = [];
  let day = "";
  let previous: Message | null = null;
  const beginDay = (at: string) => {
    const next = dayOf(at);
    if (next === day) return;
    items.push({ kind: "day", key: `day ${next}`, at });
    day = next;
    previous = null;
  };
  for (const message of merged(messages.filter(standsForItself), beside)) {
    beginDay(message.at);
    if ("kind" in message) {
      items.push(message);
      previous = null;
      continue;
    }
    if (message.id === firstNewId) {
      items.push({ kind: "new", key: "new" });
      previous = null;
    }
    const joinsPrevious = previous !== null && joins(previous, message);
    items.push({ kind: "message", key: message.clientId ?? message.id, message, joinsPrevious });
    previous = isLine(message) ? null : message;
  }
  return items;
}

/** By time; at the same moment, a message before what was done with it. */
function merged(messages: readonly Message[], beside: readonly Beside[]): (Message | Beside)[] {
  const all: (Message | Beside)[] = [];
  let next = 0;
  for (const message of messages) {
    for (let other = beside[next]; other && other.at < message.at; other = beside[next]) {
      all.push(other);
      next += 1;
    }
    all.push(message);
  }
  return all.concat(beside.slice(next));
}

/** Something that happened stands in the middle, without a bubble. */
function isLine({ type }: Message): boolean {
  return type === "system" || type === "call";
}

function joins(previous: Message, message: Message): boolean {
  return (
    !isLine(message) &&
    previous.direction === message.direction &&
    previous.author.id === message.author.id &&
    previous.author.kind === message.author.kind &&
    Date.parse(message.at) - Date.parse(previous.at) < JOINS_WITHIN_MS
  );
}

/** The first message of the customer after what the member has seen; null when there is none, or it is not loaded. */
export function firstUnseenId(messages: readonly Message[], readUpTo: string): string | null {
  const isUnseen = (each: Message) => each.direction === "in" && each.at > readUpTo && standsForItself(each);
  return messages.find(isUnseen)?.id ?? null;
}

/** The first of the last `unreadCount` messages of the customer; null when none of them is unread or loaded. */
export function firstUnreadId(messages: readonly Message[], unreadCount: number): string | null {
  if (unreadCount === 0) return null;
  const inbound = messages.filter((message) => message.direction === "in" && standsForItself(message));
  return inbound.at(-unreadCount)?.id ?? null;
}

/** A piece comes onto the page as a whole: a large one holds up the wheel. */
export const PIECE_SIZE = 15;

/**
 * Cuts a list so that a piece far from view can be left out of the page. Where to cut follows from the items' own keys,
 * so that what comes before or after moves no cut.
 */
export function inPieces<T extends { key: string }>(items: readonly T[], averageSize: number): T[][] {
  const pieces: T[][] = [];
  for (const item of items) {
    const present = pieces.at(-1);
    if (!present || present.length >= 3 * averageSize || hashOf(item.key) % averageSize === 0) pieces.push([item]);
    else present.push(item);
  }
  return pieces;
}

function hashOf(key: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 16_777_619);
  // The low bits of this hash follow the last character too closely.
  return (hash ^ (hash >>> 15)) >>> 0;
}
