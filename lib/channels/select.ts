import { and, desc, eq, getTableColumns, lt, or, type SQL } from "drizzle-orm";
import { channels, departments } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { NotFoundError } from "@/lib/errors";
import { explain } from "@/lib/whatsapp";
import type { Channel } from "./types";

const { tokenSealed: _, ...columns } = getTableColumns(channels);

/** Channels as they are shown: without their token. Callers add conditions, order and limit. */
export function selectChannels(tx: Transaction) {
  return tx
    .select({ channel: columns, departmentName: departments.name })
    .from(channels)
    .leftJoin(departments, and(eq(departments.tenantId, channels.tenantId), eq(departments.id, channels.departmentId)))
    .$dynamic();
}

export type ShownChannel = Awaited<ReturnType<typeof selectChannels>>[number];

/** @throws {NotFoundError} */
export async function findChannel(
  tx: Transaction,
  { tenantId }: { tenantId: string },
  channelId: string,
): Promise<ShownChannel> {
  const [row] = await selectChannels(tx).where(and(eq(channels.tenantId, tenantId), eq(channels.id, channelId)));
  if (!row) throw new NotFoundError("channel");
  return row;
}

export function beforeChannel(at: string, id: string): SQL | undefined {
  const createdAt = new Date(at);
  return or(lt(channels.createdAt, createdAt), and(eq(channels.createdAt, createdAt), lt(channels.id, id)));
}

export const newestFirst = [desc(channels.createdAt), desc(channels.id)];

export function toChannel({ channel, departmentName }: ShownChannel, webhookPath: string): Channel {
  return {
    id: channel.id,
    name: channel.name,
    phoneNumberId: channel.phoneNumberId,
    wabaId: channel.wabaId,
    displayPhoneNumber: channel.displayPhoneNumber,
    state: channel.state,
    stopped: stoppedOf(channel),
    department: channel.departmentId === null ? null : { id: channel.departmentId, name: departmentName ?? "" },
    readReceipts: channel.readReceipts,
    webhookPath,
    createdAt: channel.createdAt.toISOString(),
  };
}

function stoppedOf({ state, stoppedCode, stoppedAt }: ShownChannel["channel"]): Channel["stopped"] {
  if (state !== "stopped" || stoppedCode === null || stoppedAt === null) return null;
  const { title, nextStep } = explain(stoppedCode);
  return { code: stoppedCode, title, nextStep, at: stoppedAt.toISOString() };
}
