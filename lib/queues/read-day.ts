import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { inOneTrip } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";
import { dayOf } from "./day";
import { listAvailability, readCounts } from "./my-work";
import { listOwnQueue } from "./own-queue";
import { listComments, listReminders, listScheduled, listSnoozed } from "./promised";
import type { ReadDay } from "./schemas";
import type { AgentDay } from "./types";

/** What a member has before them today, and what they have done. */
export async function readDay(
  actor: Actor,
  { timeZone }: z.output<typeof ReadDay.input>,
  now = new Date(),
): Promise<AgentDay> {
  authorize(actor, "queues.read");
  if (actor.kind !== "member") {
    throw new InvalidError("An API key has no day.", { code: "not_a_member", nextStep: "Ask as a member." });
  }
  const { start, end } = dayOf(now, timeZone);
  return withTenant(actor, async (tx) => {
    const [queue, reminders, snoozed, scheduled, comments, availability, counts] = await inOneTrip(
      listOwnQueue(tx, actor),
      listReminders(tx, actor, end),
      listSnoozed(tx, actor, end),
      listScheduled(tx, actor),
      listComments(tx, actor, now),
      listAvailability(tx, actor, { start, now }),
      readCounts(tx, actor, start),
    );
    const at = now.toISOString();
    return { at, timeZone, queue, reminders, snoozed, scheduled, comments, availability, ...counts };
  });
}
