import { createSecretKey, type KeyObject } from "node:crypto";
import { eq } from "drizzle-orm";
import { metaApps } from "@/db/schema";
import { withSystem } from "@/db/system";
import { MINUTE, SECOND } from "@/lib/time";
import { openForInstallation } from "@/lib/vault";

export type MetaApp = {
  id: string;
  /** Prepared, since every webhook is checked against it. */
  secret: KeyObject;
  previous: { secret: KeyObject; untilMs: number } | null;
  verifyToken: string;
};

const KEPT_MS = MINUTE;
const MISS_KEPT_MS = 2 * SECOND;
const MOST_KNOWN = 5_000;
const KEY = /^[A-Za-z0-9_-]{1,64}$/;

type Known = { app: Promise<MetaApp | null>; readAtMs: number };
const known = new Map<string, Known>();

/** The Meta app of a webhook's URL; null when there is none. Kept for a minute, a miss for moments. */
export async function metaAppOf(appKey: string): Promise<MetaApp | null> {
  const entry = known.get(appKey);
  if (!entry) return remember(appKey);
  const app = await entry.app;
  const ageMs = Date.now() - entry.readAtMs;
  return ageMs < (app ? KEPT_MS : MISS_KEPT_MS) ? app : remember(appKey);
}

/** Reads the app anew when what is kept is not from this very moment: a secret may have been replaced elsewhere. */
export async function refreshedMetaApp(appKey: string): Promise<MetaApp | null> {
  const entry = known.get(appKey);
  return entry && Date.now() - entry.readAtMs < MISS_KEPT_MS ? entry.app : remember(appKey);
}

async function remember(appKey: string): Promise<MetaApp | null> {
  if (!KEY.test(appKey)) return null;
  const app = readMetaApp(appKey);
  if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value ?? "");
  known.set(appKey, { app, readAtMs: Date.now() });
  app.catch(() => known.delete(appKey));
  return app;
}

async function readMetaApp(appKey: string): Promise<MetaApp | null> {
  const [row] = await withSystem((tx) => tx.select().from(metaApps).where(eq(metaApps.key, appKey)));
  if (!row) return null;
  const open = (column: string, sealed: Buffer) => openForInstallation(sealed, `meta_apps|${column}|${row.id}`);
  return {
    id: row.id,
    secret: createSecretKey(open("secret_sealed", row.secretSealed)),
    previous: row.previousSecretSealed &&
      row.previousUntil && {
        secret: createSecretKey(open("previous_secret_sealed", row.previousSecretSealed)),
        untilMs: row.previousUntil.getTime(),
      },
    verifyToken: open("verify_token_sealed", row.verifyTokenSealed).toString("utf8"),
  };
}
