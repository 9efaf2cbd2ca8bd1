import type { consents } from "@/db/schema";
import { DAY, MINUTE } from "@/lib/time";

type Row = typeof consents.$inferInsert;
type Known = { tenantId: string; contactId: string; phone: string; at: Date };

/** Everybody wrote first; about half ticked a box for offers, and a few of those have had enough since. */
export function consentsFor({ tenantId, contactId, phone, at }: Known): Row[] {
  const shared = { tenantId, contactId, actor: "system:seed" };
  const wrote: Row = {
    ...shared,
    purpose: "service",
    state: "granted",
    source: "first_inbound",
    evidence: { seed: true },
    at,
  };
  const digit = Number(phone.at(-1));
  if (digit % 2 === 1) return [wrote];
  const ticked: Row = {
    ...shared,
    purpose: "marketing",
    state: "granted",
    source: "web_form",
    evidence: { text: "Ticked “Offers by WhatsApp” at the checkout" },
    at: new Date(at.getTime() - DAY),
  };
  const stopped: Row = {
    ...shared,
    purpose: "marketing",
    state: "withdrawn",
    source: "stop_word",
    evidence: { word: "STOP" },
    at: new Date(at.getTime() + MINUTE),
  };
  return digit === 8 ? [wrote, ticked, stopped] : [wrote, ticked];
}
