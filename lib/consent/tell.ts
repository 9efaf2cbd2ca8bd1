import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { storableText } from "@/lib/text";
import { appendConsents } from "./append";
import { findConsent, mustExist } from "./list";
import { momentOf } from "./moment-of";
import { momentOfGrant } from "./moment-of-grant";
import type { ConsentEntry, WithdrawConsent } from "./schemas";
import type { ConsentState } from "./types";

type Told = z.output<typeof WithdrawConsent.input>;

/** What recording and withdrawing have in common: somebody here was told, and says how and when. */
export async function tell(actor: Actor, state: ConsentState, told: Told): Promise<z.output<typeof ConsentEntry>> {
  authorize(actor, "consents.record");
  const { contactId, purpose, source, evidence, link } = told;
  const proof = { text: evidence ? storableText(evidence) : null, link: link ?? null };
  return withTenant(actor, async (tx) => {
    await mustExist(tx, actor, contactId);
    const at = state === "granted" ? await momentOfGrant(tx, actor, told) : momentOf(told.at);
    const [written] = await appendConsents(tx, actor, [{ contactId, purpose, state, source, evidence: proof, at }]);
    return findConsent(tx, actor, { contactId, consentId: written?.id ?? "" });
  });
}
