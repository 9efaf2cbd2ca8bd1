import { and, eq, isNull } from "drizzle-orm";
import { availability, members } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import type { AvailabilityState } from "./types";

type Present = typeof availability.$inferSelect;
type Wanted = { state: AvailabilityState; reason: string | null; activeAt?: Date };

/** Answers what is so now, with the member's row locked: two changes at once come one after the other. */
export async function lockPresent(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  memberId: string,
): Promise<Present | undefined> {
  const [member] = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.tenantId, tenantId), eq(members.id, memberId), eq(members.status, "active")))
    .for("update");
  if (!member) throw new NotFoundError("member");
  const [present] = await tx.select().from(availability).where(presentOf(tenantId, memberId));
  return present;
}

/** Ends the present state and begins the next, so that routing and reports read the history. */
export async function begin(
  tx: Transaction,
  actor: Pick<Actor, "tenantId" | "kind" | "id">,
  memberId: string,
  before: Present | undefined,
  { state, reason, activeAt }: Wanted,
): Promise<Date> {
  const { tenantId } = actor;
  const since = new Date();
  await tx.update(availability).set({ until: since }).where(presentOf(tenantId, memberId));
  await tx.insert(availability).values({
    ...{ tenantId, memberId, state, reason, since },
    activeAt: activeAt ?? before?.activeAt ?? null,
    connectedAt: before?.connectedAt ?? null,
  });
  const payload = { state, reason, previous: before?.state ?? "offline" };
  await recordEvent(tx, actor, { type: "availability.changed", memberId, payload });
  return since;
}

export function presentOf(tenantId: string, memberId: string) {
  return and(eq(availability.tenantId, tenantId), eq(availability.memberId, memberId), isNull(availability.until));
}
