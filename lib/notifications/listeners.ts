import { and, eq, inArray, isNull } from "drizzle-orm";
import { availability, conversations, preferences } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import type { AvailabilityState } from "@/lib/availability/types";
import type { RecordedEvent } from "@/lib/events";
import { type NoticeChoices, withDefaults } from "@/lib/preferences/types";
import { collapse, hears, type NoticeFactsById, noticesFor, tellingTypes } from "./decide";
import type { Notice } from "./types";

/** `desktop`: for pages that are open; `push`: for devices without one. */
export type Way = "desktop" | "push";

type Listener = {
  state: AvailabilityState;
  reason: string | null;
  activeAt: Date | null;
  choices: NoticeChoices;
};

/** What each of some members of one tenant is told of a batch of its events, by their presence and their choices. */
export async function decideNotices(
  tx: Transaction,
  actors: readonly Actor[],
  events: readonly RecordedEvent[],
  way: Way,
): Promise<Map<string, Notice[]>> {
  const telling = events.filter(({ type }) => tellingTypes.has(type));
  const [first] = actors;
  if (telling.length === 0 || !first) return new Map();
  const facts = await factsOf(tx, first.tenantId, telling);
  const byMember = new Map<string, Notice[]>();
  for (const actor of actors) {
    const notices = byMember.has(actor.id) ? [] : collapse(noticesFor(actor, telling, facts));
    if (notices.length > 0) byMember.set(actor.id, notices);
  }
  if (byMember.size === 0) return byMember;
  const listeners = await listenersOf(tx, first.tenantId, [...byMember.keys()]);
  for (const [memberId, notices] of byMember) {
    const listener = listeners.get(memberId);
    byMember.set(memberId, listener ? notices.filter((notice) => wants(listener, notice, way)) : []);
  }
  return byMember;
}

const AT_THE_DESK_MS = 60_000;

function wants(listener: Listener, { kind }: Notice, way: Way): boolean {
  if (!hears(listener, kind)) return false;
  const { desktop, sound, push } = listener.choices[kind];
  if (way === "desktop") return desktop || sound;
  const isAtTheDesk = listener.activeAt !== null && Date.now() - listener.activeAt.getTime() < AT_THE_DESK_MS;
  return push && !isAtTheDesk;
}

async function factsOf(tx: Transaction, tenantId: string, events: readonly RecordedEvent[]): Promise<NoticeFactsById> {
  const ids = new Set(events.flatMap((event) => event.conversationId ?? []));
  if (ids.size === 0) return new Map();
  const { id, departmentId, assigneeId, state, owner } = conversations;
  const rows = await tx
    .select({ id, departmentId, assigneeId, state, owner })
    .from(conversations)
    .where(and(eq(conversations.tenantId, tenantId), inArray(conversations.id, [...ids])));
  return new Map(rows.map((row) => [row.id, row]));
}

async function listenersOf(tx: Transaction, tenantId: string, memberIds: string[]): Promise<Map<string, Listener>> {
  const presents = await tx
    .select()
    .from(availability)
    .where(
      and(eq(availability.tenantId, tenantId), inArray(availability.memberId, memberIds), isNull(availability.until)),
    );
  const chosen = await tx
    .select({ memberId: preferences.memberId, notices: preferences.notices })
    .from(preferences)
    .where(and(eq(preferences.tenantId, tenantId), inArray(preferences.memberId, memberIds)));
  return new Map(
    memberIds.map((memberId) => {
      const present = presents.find((row) => row.memberId === memberId);
      const notices = chosen.find((row) => row.memberId === memberId)?.notices ?? {};
      // Who has never said where they are has not said that they are gone.
      const { state = "online", reason = null, activeAt = null } = present ?? {};
      return [memberId, { state, reason, activeAt, choices: withDefaults(notices) }];
    }),
  );
}
