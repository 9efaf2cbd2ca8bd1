import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";
import { begin, lockPresent } from "./begin";
import type { SetAvailability } from "./schemas";
import type { AvailabilityState } from "./types";

type Input = z.output<typeof SetAvailability.input>;
type Shown = { memberId: string; state: AvailabilityState; since: string };

export async function setAvailability(actor: Actor, input: Input): Promise<Shown> {
  const memberId = memberOf(actor, input.memberId);
  authorize(actor, memberId === actor.id ? "availability.setOwn" : "availability.setOthers");
  return withTenant(actor, async (tx) => {
    const before = await lockPresent(tx, actor, memberId);
    const { state, reason = null } = input;
    if (before && before.state === state && before.reason === reason) {
      return { memberId, state, since: before.since.toISOString() };
    }
    const since = await begin(tx, actor, memberId, before, { state, reason });
    return { memberId, state, since: since.toISOString() };
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
