import { and, eq, inArray, isNull } from "drizzle-orm";
import { availability, preferences } from "@/db/schema";
import { inOneTrip, type Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import type { AvailabilityState } from "@/lib/availability/types";
import type { VisibilityFactsById } from "@/lib/conversations";
import type { RecordedEvent } from "@/lib/events";
import { type NoticeChoices, withDefaults } from "@/lib/preferences/types";
import { collapse, hears, noticesFor, tellingTypes } from "./decide";
import type { Notice } from "./types";

/** `desktop`: for pages that are open; `push`: for devices without one. */
export type Way = "desktop" | "push";

type Listener = {
  state: AvailabilityState;
  reason: string | null;
  activeAt: Date | null;
  choices: NoticeChoices;
};

/** What could be news to each of some members of one tenant, in a batch of its events. */
export function noticesByMember(
  actors: readonly Actor[],
  events: readonly RecordedEvent[],
  facts: VisibilityFactsById,
): Map<string, Notice[]> {
  const telling = events.filter(({ type }) => tellingTypes.has(type));
  const byMember = new Map<string, Notice[]>();
  if (telling.length === 0) return byMember;
  for (const actor of actors) {
    const notices = byMember.has(actor.id) ? [] : collapse(noticesFor(actor, telling, facts));
    if (notices.length > 0) byMember.set(actor.id, notices);
  }
  return byMember;
}

/** Leaves of them what each is told this way, by their presence and their choices. */
export async function keepWanted(
  tx: Transaction,
  tenantId: string,
  byMember: ReadonlyMap<string, Notice[]>,
  way: Way,
): Promise<Map<string, Notice[]>> {
  if (byMember.size === 0) return new Map();
  const listeners = await listenersOf(tx, tenantId, [...byMember.keys()]);
  return new Map(
    [...byMember].map(([memberId, notices]) => {
      const listener = listeners.get(memberId);
      return [memberId, listener ? notices.filter((notice) => wants(listener, notice, way)) : []];
    }),
  );
}

const AT_THE_DESK_MS = 60_000;

function wants(listener: Listener, { kind }: Notice, way: Way): boolean {
  if (!hears(listener, kind)) return false;
  const { desktop, sound, push } = listener.choices[kind];
  if (way === "desktop") return desktop || sound;
  const isAtTheDesk = listener.activeAt !== null && Date.now() - listener.activeAt.getTime() < AT_THE_DESK_MS;
  return push && !isAtTheDesk;
}

async function listenersOf(tx: Transaction, tenantId: string, memberIds: string[]): Promise<Map<string, Listener>> {
  const [presents, chosen] = await inOneTrip(
    tx
      .select()
      .from(availability)
      .where(
        and(eq(availability.tenantId, tenantId), inArray(availability.memberId, memberIds), isNull(availability.until)),
      ),
    tx
      .select({ memberId: preferences.memberId, notices: preferences.notices })
      .from(preferences)
      .where(and(eq(preferences.tenantId, tenantId), inArray(preferences.memberId, memberIds))),
  );
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
