import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { channels, contactIdentities, serviceWindows } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { graphOf } from "@/lib/channels";
import type { BlockOutcome, BlockTarget, GraphResult } from "@/lib/whatsapp";

/** A number of ours that can be asked to block somebody. */
export type AskableChannel = { id: string; name: string; phoneNumberId: string; tokenSealed: Buffer };

/** By their numbers where these are known, else by their user ids: one who was merged has several. */
export async function findTargets(tx: Transaction, tenantId: string, contactId: string): Promise<BlockTarget[]> {
  const rows = await tx
    .select({ kind: contactIdentities.kind, value: contactIdentities.value })
    .from(contactIdentities)
    .where(
      and(
        eq(contactIdentities.tenantId, tenantId),
        eq(contactIdentities.contactId, contactId),
        inArray(contactIdentities.kind, ["phone", "bsuid"]),
        isNull(contactIdentities.validTo),
      ),
    )
    .orderBy(desc(contactIdentities.lastSeenAt));
  const phones = rows.filter(({ kind }) => kind === "phone").map(({ value }) => ({ phone: value }));
  const bsuids = rows.filter(({ kind }) => kind === "bsuid").map(({ value }) => ({ bsuid: value }));
  return phones.length > 0 ? phones : bsuids;
}

const columns = {
  id: channels.id,
  name: channels.name,
  phoneNumberId: channels.phoneNumberId,
  tokenSealed: channels.tokenSealed,
};

/** The numbers that a contact ever wrote to; on the others Meta would refuse to block them. */
export async function listWrittenTo(tx: Transaction, tenantId: string, contactId: string): Promise<AskableChannel[]> {
  const rows = await tx
    .select(columns)
    .from(serviceWindows)
    .innerJoin(channels, and(eq(channels.tenantId, tenantId), eq(channels.id, serviceWindows.channelId)))
    .where(and(eq(serviceWindows.tenantId, tenantId), eq(serviceWindows.contactId, contactId)))
    .orderBy(desc(serviceWindows.openedAt));
  return askable(rows);
}

export async function listChannelsById(tx: Transaction, tenantId: string, ids: string[]): Promise<AskableChannel[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select(columns)
    .from(channels)
    .where(and(eq(channels.tenantId, tenantId), inArray(channels.id, ids)));
  return askable(rows);
}

function askable(rows: (Omit<AskableChannel, "tokenSealed"> & { tokenSealed: Buffer | null })[]): AskableChannel[] {
  return rows.flatMap(({ tokenSealed, ...row }) => (tokenSealed ? [{ ...row, tokenSealed }] : []));
}

/** `code`: why not; null also where no answer came. */
export type BlockAnswer = { channel: AskableChannel; isDone: boolean; code: number | null };

export async function askMeta(
  tenantId: string,
  channel: AskableChannel,
  act: "block" | "unblock",
  targets: BlockTarget[],
): Promise<BlockAnswer> {
  const { id: channelId, phoneNumberId, tokenSealed } = channel;
  const graph = await graphOf({ tenantId, channelId, tokenSealed });
  const result: GraphResult<BlockOutcome> =
    act === "block" ? await graph.blockUsers(phoneNumberId, targets) : await graph.unblockUsers(phoneNumberId, targets);
  if (!result.ok) return { channel, isDone: false, code: result.error.code };
  // One address is enough to block; all have to be free again.
  const isDone = act === "block" ? result.value.blocked.length > 0 : result.value.failed.length === 0;
  return { channel, isDone, code: isDone ? null : (result.value.failed[0]?.code ?? null) };
}
