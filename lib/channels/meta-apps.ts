import { eq, inArray } from "drizzle-orm";
import { metaApps } from "@/db/schema";
import { withSystem } from "@/db/system";
import type { Transaction } from "@/db/transaction";
import { env } from "@/lib/env";
import { newId, newSecret } from "@/lib/ids";
import { DAY } from "@/lib/time";
import { openForInstallation, sealForInstallation } from "@/lib/vault";

/** The key of the installation's own app, which needs none in the webhook's URL. */
const OWN_KEY = "default";

type Row = typeof metaApps.$inferSelect;

/** Where Meta posts webhooks of these apps to, by the apps' ids. */
export async function webhookPathsOf(metaAppIds: string[]): Promise<Map<string, string>> {
  if (metaAppIds.length === 0) return new Map();
  const rows = await withSystem((tx) =>
    tx.select({ id: metaApps.id, key: metaApps.key }).from(metaApps).where(inArray(metaApps.id, metaAppIds)),
  );
  return new Map(rows.map(({ id, key }) => [id, webhookPath(key)]));
}

export function webhookPath(key: string): string {
  return key === OWN_KEY ? "/api/whatsapp/webhook" : `/api/whatsapp/webhook/${key}`;
}

/** For calls in the app's own name; the caller found the id on a channel of its tenant. */
export async function appCredentials(metaAppId: string): Promise<{ id: string; secret: string }> {
  const [row] = await withSystem((tx) => tx.select().from(metaApps).where(eq(metaApps.id, metaAppId)));
  if (!row) throw new Error("A channel's Meta app is missing.");
  return { id: row.appId, secret: open(row, "secret_sealed", row.secretSealed) };
}

/**
 * The row of an app whose secret has just been proved at Meta: the installation's own, one that the tenant brought
 * before, or a new one. A new secret of a known app replaces the old, which still signs for a day.
 */
export async function adoptMetaApp(
  tx: Transaction,
  tenantId: string,
  app: { appId: string; secret: string },
): Promise<{ id: string; key: string; verifyToken: string }> {
  // Two numbers connected at once with one new app must not make it two: each has a URL of its own.
  await tx.$client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`meta_app|${app.appId}`]);
  const rows = await tx.select().from(metaApps).where(eq(metaApps.appId, app.appId)).for("update");
  const known = rows.find((row) => row.tenantId === tenantId) ?? rows.find((row) => row.tenantId === null);
  if (!known) return insertMetaApp(tx, { ...app, tenantId, key: newSecret(12), verifyToken: newSecret(24) });
  if (open(known, "secret_sealed", known.secretSealed) !== app.secret) await rotateSecret(tx, known, app.secret);
  return { ...known, verifyToken: open(known, "verify_token_sealed", known.verifyTokenSealed) };
}

/** Brings the app of the environment into the database, so that its webhooks are believed; safe to call at every start. */
export async function ensureOwnMetaApp(): Promise<void> {
  const { WHATSAPP_APP_ID: appId, WHATSAPP_APP_SECRET: secret, WHATSAPP_VERIFY_TOKEN: verifyToken } = env();
  if (!appId || !secret) return;
  await withSystem(async (tx) => {
    await tx.$client.query("select pg_advisory_xact_lock(hashtextextended('own_meta_app', 0))");
    const [known] = await tx.select().from(metaApps).where(eq(metaApps.key, OWN_KEY)).for("update");
    if (!known) {
      await insertMetaApp(tx, {
        appId,
        secret,
        tenantId: null,
        key: OWN_KEY,
        verifyToken: verifyToken ?? newSecret(24),
      });
      return;
    }
    if (known.appId !== appId) await tx.update(metaApps).set({ appId }).where(eq(metaApps.id, known.id));
    if (open(known, "secret_sealed", known.secretSealed) !== secret) await rotateSecret(tx, known, secret);
    if (verifyToken) {
      const verifyTokenSealed = seal(known.id, "verify_token_sealed", verifyToken);
      await tx.update(metaApps).set({ verifyTokenSealed }).where(eq(metaApps.id, known.id));
    }
  });
}

type NewApp = { appId: string; secret: string; tenantId: string | null; key: string; verifyToken: string };

async function insertMetaApp(tx: Transaction, { secret, verifyToken, ...app }: NewApp) {
  const id = newId();
  const secretSealed = seal(id, "secret_sealed", secret);
  const verifyTokenSealed = seal(id, "verify_token_sealed", verifyToken);
  await tx.insert(metaApps).values({ ...app, id, secretSealed, verifyTokenSealed });
  return { id, key: app.key, verifyToken };
}

async function rotateSecret(tx: Transaction, row: Row, secret: string): Promise<void> {
  const previous = open(row, "secret_sealed", row.secretSealed);
  await tx
    .update(metaApps)
    .set({
      secretSealed: seal(row.id, "secret_sealed", secret),
      previousSecretSealed: seal(row.id, "previous_secret_sealed", previous),
      previousUntil: new Date(Date.now() + DAY),
    })
    .where(eq(metaApps.id, row.id));
}

function seal(id: string, column: string, value: string): Buffer {
  return sealForInstallation(value, `meta_apps|${column}|${id}`);
}

function open(row: Row, column: string, sealed: Buffer): string {
  return openForInstallation(sealed, `meta_apps|${column}|${row.id}`).toString();
}
