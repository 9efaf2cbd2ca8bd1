import { and, isNull, lt, or } from "drizzle-orm";
import { availability } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";
import { MINUTE } from "@/lib/time";
import { begin, lockPresent, presentOf } from "./begin";
import { beganByItself } from "./types";

const WRITE_EVERY_MS = MINUTE / 2;

/** The asker does something, in whichever of their tabs: they are not away, and come back if they were. */
export async function markActive(actor: Actor, now: Date = new Date()): Promise<{ isBack: boolean }> {
  authorize(actor, "availability.setOwn");
  if (actor.kind !== "member") {
    throw new InvalidError("An API key is never away.", { code: "not_a_member", nextStep: "Sign in as a member." });
  }
  return withTenant(actor, async (tx) => {
    const { tenantId, id } = actor;
    const isOld = or(
      isNull(availability.activeAt),
      lt(availability.activeAt, new Date(now.getTime() - WRITE_EVERY_MS)),
    );
    const [present] = await tx.select().from(availability).where(presentOf(tenantId, id));
    if (present && beganByItself(present)) {
      const before = await lockPresent(tx, actor, id);
      if (!before || !beganByItself(before)) return { isBack: false };
      await begin(tx, actor, id, before, { state: "online", reason: null, activeAt: now });
      return { isBack: true };
    }
    await tx
      .update(availability)
      .set({ activeAt: now })
      .where(and(presentOf(tenantId, id), isOld));
    return { isBack: false };
  });
}
