import { and, eq } from "drizzle-orm";
import { channels } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { findDepartment } from "@/lib/departments";
import { InvalidError, NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { type GreetingKind, waitingKinds } from "./types";

type Place = { departmentId: string | null; channelId: string | null };

/** @throws {NotFoundError} where it is for a department or a number that is not of this workspace */
export async function findPlace(tx: Transaction, actor: Actor, { departmentId, channelId }: Place): Promise<void> {
  if (departmentId) await findDepartment(tx, actor, departmentId);
  if (!channelId) return;
  const [channel] = await tx
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.tenantId, actor.tenantId), eq(channels.id, channelId)));
  if (!channel) throw new NotFoundError("channel");
}

/** @throws {InvalidError} where one that waits does not say how long, or one that does not wait does */
export function checkWait(kind: GreetingKind, afterMinutes: number | null): void {
  if (waitingKinds.includes(kind) === (afterMinutes !== null)) return;
  throw new InvalidError("A greeting that waits says how long, and no other does.", {
    code: "invalid_input",
    fields: [{ path: "afterMinutes", message: "should be given with queue and follow_up, and only then" }],
  });
}

export async function recordChange(
  tx: Transaction,
  actor: Actor,
  greetingId: string,
  change: "created" | "edited" | "deleted",
): Promise<void> {
  await recordEvent(tx, actor, { type: "greeting.changed", payload: { greetingId, change } });
}
