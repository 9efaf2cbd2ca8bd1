import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { visibilityFactsOf } from "@/lib/conversations";
import { type RecordedEvent, startTail } from "@/lib/events";
import { startLoop } from "@/lib/jobs";
import { log } from "@/lib/log";
import { tellingTypes } from "@/lib/notifications/decide";
import { keepWanted, noticesByMember } from "@/lib/notifications/listeners";
import { MINUTE } from "@/lib/time";
import { findCandidates } from "./candidates";
import { dropDead } from "./drop-dead";
import { type TellOptions, tell } from "./tell";

export type PushOptions = TellOptions;

/** A push takes seconds anyway: those that come close together cost one look. */
const PACE_MS = 500;

/** So many pushes may be under way before the log is read on. */
const MOST_AT_ONCE = 32;

/** Tells browsers without an open page of what happens from now on. What happened before is no news. */
export function startPush(options: PushOptions = {}): { stop: () => Promise<void>; ready: Promise<void> } {
  const underWay = new Set<Promise<void>>();
  const starting = startTail({ onEvents: (events) => tellAll(events, options, underWay), paceMs: PACE_MS });
  const sweeping = startLoop({
    name: "push subscriptions",
    idleMs: 5 * MINUTE,
    round: async () => {
      await dropDead();
      return false;
    },
  });
  return {
    ready: starting.then(() => undefined),
    stop: async () => {
      await Promise.all([starting.then((tail) => tail.stop()), sweeping.stop()]);
      await Promise.all(underWay);
    },
  };
}

async function tellAll(events: RecordedEvent[], options: PushOptions, underWay: Set<Promise<void>>): Promise<void> {
  const telling = events.filter(({ type }) => tellingTypes.has(type));
  for (const [tenantId, own] of Map.groupBy(telling, (event) => event.tenantId)) {
    const candidates = await findCandidates(tenantId, new Date());
    if (candidates.length === 0) continue;
    const actors = candidates.map(({ actor }) => actor);
    const byMember = await withTenant(systemActor(tenantId, "push"), async (tx) => {
      const facts = await visibilityFactsOf(tx, tenantId, own);
      return keepWanted(tx, tenantId, noticesByMember(actors, own, facts), "push");
    });
    for (const candidate of candidates) {
      const notices = byMember.get(candidate.actor.id) ?? [];
      if (notices.length === 0) continue;
      if (underWay.size >= MOST_AT_ONCE) await Promise.race(underWay);
      const telling = tell(candidate, notices, options)
        .catch((error) => log().error({ error }, "A browser could not be told."))
        .finally(() => underWay.delete(telling));
      underWay.add(telling);
    }
  }
}
