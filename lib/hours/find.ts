import { and, eq } from "drizzle-orm";
import { hours } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import type { Hours } from "./types";
import { withUsers } from "./users";

/** @throws {NotFoundError} also for those of another tenant */
export async function findHours(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  hoursId: string,
  { lock = false } = {},
): Promise<Hours> {
  const found = tx
    .select(shown)
    .from(hours)
    .where(and(eq(hours.tenantId, tenantId), eq(hours.id, hoursId)));
  const [view] = await withUsers(tx, tenantId, await (lock ? found.for("update") : found));
  if (!view) throw new NotFoundError("hours");
  return view;
}

export const shown = {
  id: hours.id,
  name: hours.name,
  timeZone: hours.timeZone,
  weekly: hours.weekly,
  exceptions: hours.exceptions,
};
