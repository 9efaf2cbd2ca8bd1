import { and, asc, eq, inArray } from "drizzle-orm";
import { channels, departments } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Hours } from "./types";

/** Adds who goes by them. */
export async function withUsers(tx: Transaction, tenantId: string, rows: Omit<Hours, "usedBy">[]): Promise<Hours[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const ofDepartments = await tx
    .select({ hoursId: departments.hoursId, id: departments.id, name: departments.name })
    .from(departments)
    .where(and(eq(departments.tenantId, tenantId), inArray(departments.hoursId, ids)))
    .orderBy(asc(departments.name));
  const ofChannels = await tx
    .select({ hoursId: channels.hoursId, id: channels.id, name: channels.name })
    .from(channels)
    .where(and(eq(channels.tenantId, tenantId), inArray(channels.hoursId, ids)))
    .orderBy(asc(channels.name));
  const of = (users: typeof ofChannels, id: string) =>
    users.filter(({ hoursId }) => hoursId === id).map(({ id, name }) => ({ id, name }));
  return rows.map((row) => ({
    ...row,
    usedBy: { departments: of(ofDepartments, row.id), channels: of(ofChannels, row.id) },
  }));
}
