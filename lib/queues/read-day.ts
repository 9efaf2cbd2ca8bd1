import type * as z from "zod";
import { withTenant } from "@/db/tenant";
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
  return withTenant(actor, async (tx) => ({
    at: now.toISOString(),
    timeZone,
    queue: await listOwnQueue(tx, actor),
    reminders: await listReminders(tx, actor, end),
    snoozed: await listSnoozed(tx, actor, end),
    scheduled: await listScheduled(tx, actor),
    comments: await listComments(tx, actor, now),
    availability: await listAvailability(tx, actor, { start, now }),
    ...(await readCounts(tx, actor, start)),
  }));
}
