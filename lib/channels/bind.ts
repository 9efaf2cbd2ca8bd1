import { and, eq, isNotNull } from "drizzle-orm";
import { channelDirectory, channels, portfolios } from "@/db/schema";
import { withSystem } from "@/db/system";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit";
import type { Actor } from "@/lib/auth";
import { ConflictError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import { sealForTenant } from "@/lib/vault";
import { tokenContext } from "./graph";
import { adoptMetaApp } from "./meta-apps";

export type NewChannel = {
  name: string;
  phoneNumberId: string;
  wabaId: string;
  displayPhoneNumber: string;
  messagesPerSecond: number;
  departmentId: string | null;
  token: string;
  app: { appId: string; secret: string };
};

/**
 * Binds a number to a tenant: app, directory and channel in one transaction, since the directory is the installation's.
 * The caller has proved that the tenant's token lists the number and that the app's secret is right.
 *
 * @throws {ConflictError} when the number is connected already, here or in another workspace
 */
export async function bindChannel(actor: Actor, channel: NewChannel): Promise<{ id: string; verifyToken: string }> {
  const { tenantId } = actor;
  const { token, app, ...values } = channel;
  const place = { tenantId, phoneNumberId: channel.phoneNumberId };
  const id = (await getEarlierOrNull(place)) ?? newId();
  const tokenSealed = await sealForTenant(tenantId, token, tokenContext(id));
  return withSystem(async (tx) => {
    const metaApp = await adoptMetaApp(tx, tenantId, app);
    await claimNumber(tx, { tenantId, channelId: id, metaAppId: metaApp.id, ...values });
    const portfolioId = await portfolioOf(tx, tenantId, channel);
    const fresh = { ...values, portfolioId, metaAppId: metaApp.id, tokenSealed };
    await tx
      .insert(channels)
      .values({ ...fresh, tenantId, id })
      .onConflictDoUpdate({
        target: [channels.tenantId, channels.id],
        set: { ...fresh, state: "active", stoppedCode: null, stoppedAt: null },
      });
    await recordEvent(tx, actor, { type: "channel.created", channelId: id, departmentId: channel.departmentId });
    await recordAudit(tx, actor, { action: "channel.connected", target: `channel:${id}`, details: place });
    return { id, verifyToken: metaApp.verifyToken };
  });
}

/** A number that was disconnected comes back as the same channel, with its conversations. */
async function getEarlierOrNull(place: { tenantId: string; phoneNumberId: string }): Promise<string | null> {
  const [row] = await withTenant(place, (tx) =>
    tx
      .select({ id: channels.id })
      .from(channels)
      .where(and(eq(channels.tenantId, place.tenantId), eq(channels.phoneNumberId, place.phoneNumberId))),
  );
  return row?.id ?? null;
}

type Entry = typeof channelDirectory.$inferInsert;

/** One workspace a number, whoever comes first; the answer does not say which one has it. */
async function claimNumber(tx: Transaction, { phoneNumberId, wabaId, tenantId, channelId, metaAppId }: Entry) {
  const [claimed] = await tx
    .insert(channelDirectory)
    .values({ phoneNumberId, wabaId, tenantId, channelId, metaAppId })
    .onConflictDoNothing()
    .returning({ phoneNumberId: channelDirectory.phoneNumberId });
  if (claimed) return;
  throw new ConflictError("This number is already connected.", {
    code: "number_taken",
    nextStep: "Disconnect it where it is connected now, then try again.",
  });
}

/** Numbers of one account are in one portfolio. Which accounts share one Meta does not tell with these permissions. */
async function portfolioOf(tx: Transaction, tenantId: string, { wabaId, name }: NewChannel): Promise<string> {
  const [sibling] = await tx
    .select({ portfolioId: channels.portfolioId })
    .from(channels)
    .where(and(eq(channels.tenantId, tenantId), eq(channels.wabaId, wabaId), isNotNull(channels.portfolioId)))
    .limit(1);
  if (sibling) return sibling.portfolioId;
  const id = newId();
  await tx.insert(portfolios).values({ tenantId, id, name });
  return id;
}

/** The number belongs to nobody any more: webhooks for it are set aside, and another workspace may connect it. */
export async function unbindChannel(actor: Actor, channelId: string): Promise<void> {
  const { tenantId } = actor;
  await withSystem(async (tx) => {
    await tx
      .delete(channelDirectory)
      .where(and(eq(channelDirectory.tenantId, tenantId), eq(channelDirectory.channelId, channelId)));
    const [ended] = await tx
      .update(channels)
      .set({ state: "disconnected", tokenSealed: null, stoppedCode: null, stoppedAt: null })
      .where(and(eq(channels.tenantId, tenantId), eq(channels.id, channelId), isNotNull(channels.tokenSealed)))
      .returning({ id: channels.id });
    if (!ended) return;
    await recordEvent(tx, actor, { type: "channel.changed", channelId, payload: { state: "disconnected" } });
    await recordAudit(tx, actor, { action: "channel.disconnected", target: `channel:${channelId}` });
  });
}
