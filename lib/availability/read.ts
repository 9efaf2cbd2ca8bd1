import { and, eq, inArray, isNull } from "drizzle-orm";
import { availability } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { AvailabilityState } from "./types";

/** The present state of each member asked for; one who never set any is offline. */
export async function presentAvailability(
  tx: Transaction,
  tenantId: string,
  memberIds: string[],
): Promise<Map<string, AvailabilityState>> {
  if (memberIds.length === 0) return new Map();
  const rows = await tx
    .select({ memberId: availability.memberId, state: availability.state })
    .from(availability)
    .where(
      and(eq(availability.tenantId, tenantId), inArray(availability.memberId, memberIds), isNull(availability.until)),
    );
  const known = new Map(rows.map(({ memberId, state }) => [memberId, state]));
  return new Map(memberIds.map((id) => [id, known.get(id) ?? "offline"]));
}
