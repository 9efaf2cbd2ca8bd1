import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { channels, departments } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { findHours } from "./find";
import type { SetChannelHours, SetDepartmentHours } from "./schemas";

type Chosen = { hoursId: string | null };

export async function setDepartmentHours(
  actor: Actor,
  { departmentId, hoursId }: z.output<typeof SetDepartmentHours.input>,
): Promise<Chosen> {
  authorize(actor, "hours.manage");
  return withTenant(actor, async (tx) => {
    if (hoursId) await findHours(tx, actor, hoursId, { lock: true });
    const changed = await tx
      .update(departments)
      .set({ hoursId })
      .where(and(eq(departments.tenantId, actor.tenantId), eq(departments.id, departmentId)))
      .returning({ id: departments.id });
    if (changed.length === 0) throw new NotFoundError("department");
    await recordEvent(tx, actor, { type: "hours.changed", departmentId, payload: { hoursId, change: "chosen" } });
    return { hoursId };
  });
}

export async function setChannelHours(
  actor: Actor,
  { channelId, hoursId }: z.output<typeof SetChannelHours.input>,
): Promise<Chosen> {
  authorize(actor, "hours.manage");
  return withTenant(actor, async (tx) => {
    if (hoursId) await findHours(tx, actor, hoursId, { lock: true });
    const changed = await tx
      .update(channels)
      .set({ hoursId })
      .where(and(eq(channels.tenantId, actor.tenantId), eq(channels.id, channelId)))
      .returning({ id: channels.id });
    if (changed.length === 0) throw new NotFoundError("channel");
    await recordEvent(tx, actor, { type: "hours.changed", channelId, payload: { hoursId, change: "chosen" } });
    return { hoursId };
  });
}
