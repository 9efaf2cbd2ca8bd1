import { randomBytes } from "node:crypto";
import { openForTenant, sealForTenant } from "@/lib/vault";
import type { RuleAction } from "./types";

/** As Standard Webhooks writes a secret: 24 to 64 bytes, in base64 after a prefix. */
const PREFIX = "whsec_";

const contextOf = (ruleId: string) => `rules|webhook_secret_sealed|${ruleId}`;

export async function newWebhookSecret(tenantId: string, ruleId: string): Promise<{ secret: string; sealed: Buffer }> {
  const secret = `${PREFIX}${randomBytes(32).toString("base64")}`;
  return { secret, sealed: await sealForTenant(tenantId, secret, contextOf(ruleId)) };
}

/** Of a rule that posts; others need none. */
export async function secretFor(tenantId: string, ruleId: string, actions: readonly RuleAction[]) {
  if (!actions.some(({ kind }) => kind === "webhook")) return null;
  return (await newWebhookSecret(tenantId, ruleId)).sealed;
}

export async function openWebhookSecret(tenantId: string, ruleId: string, sealed: Buffer): Promise<Buffer> {
  const secret = (await openForTenant(tenantId, sealed, contextOf(ruleId))).toString();
  return Buffer.from(secret.slice(PREFIX.length), "base64");
}
