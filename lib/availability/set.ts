import { and, eq, isNull } from "drizzle-orm";
import type * as z from "zod";
import { availability, members } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { InvalidError, NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import type { SetAvailability } from "./schemas";
import type { AvailabilityState } from "./types";

type Input = z.output<typeof SetAvailability.input>;
type Present = { memberId: string; state: AvailabilityState; since: string };

/** Ends the present state and begins the next, so that routing and reports read the history. */
export async function setAvailability(actor: Actor, input: Input): Promise<Present> {
  const memberId = memberOf(actor, input.memberId);
  authorize(actor, memberId === actor.id ? "availability.setOwn" : "availability.setOthers");
  return withTenant(actor, async (tx) => {
    // The member's row is the lock: two changes at once come one after the other.
    const [member] = await tx
      .select({ id: members.id })
      .from(members)
      .where(and(eq(members.tenantId, actor.tenantId), eq(members.id, memberId), eq(members.status, "active")))
      .for("update");
    if (!member) throw new NotFoundError("member");
    const present = and(
      eq(availability.tenantId, actor.tenantId),
      eq(availability.memberId, memberId),
      isNull(availability.until),
    );
    const [before] = await tx.select().from(availability).where(present);
    const reason = input.reason ?? null;
    if (before && before.state === input.state && before.reason === reason) {
      return { memberId, state: before.state, since: before.since.toISOString() };
    }
    const since = new Date();
    await tx.update(availability).set({ until: since }).where(present);
    await tx.insert(availability).values({ tenantId: actor.tenantId, memberId, state: input.state, reason, since });
    const payload = { state: input.state, reason, previous: before?.state ?? "offline" };
    await recordEvent(tx, actor, { type: "availability.changed", memberId, payload });
    return { memberId, state: input.state, since: since.toISOString() };
  });
}

function memberOf(actor: Actor, memberId: string): string {
  if (memberId !== "me") return memberId;
  if (actor.kind === "member") return actor.id;
  throw new InvalidError("An API key has no availability.", {
    code: "not_a_member",
    nextStep: "Give a member's id instead of me.",
  });
}
