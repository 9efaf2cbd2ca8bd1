import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";
import { storableText } from "@/lib/text";
import { MINUTE } from "@/lib/time";
import { appendConsents } from "./append";
import { findConsent, mustExist } from "./list";
import type { ConsentEntry, WithdrawConsent } from "./schemas";
import type { ConsentState } from "./types";

type Told = z.output<typeof WithdrawConsent.input>;

/** Clocks of browsers differ from ours. */
const CLOCK_SKEW_MS = MINUTE;

/** What recording and withdrawing have in common: somebody here was told, and says how and when. */
export async function tell(actor: Actor, state: ConsentState, told: Told): Promise<z.output<typeof ConsentEntry>> {
  authorize(actor, "consents.record");
  const { contactId, purpose, source, evidence, link } = told;
  const at = momentOf(told.at);
  const proof = { text: evidence ? storableText(evidence) : null, link: link ?? null };
  return withTenant(actor, async (tx) => {
    await mustExist(tx, actor, contactId);
    const [written] = await appendConsents(tx, actor, [{ contactId, purpose, state, source, evidence: proof, at }]);
    return findConsent(tx, actor, { contactId, consentId: written?.id ?? "" });
  });
}

function momentOf(given: string | undefined): Date {
  const now = Date.now();
  const at = given === undefined ? now : Date.parse(given);
  if (at <= now + CLOCK_SKEW_MS) return new Date(Math.min(at, now));
  throw new InvalidError("Nobody can have said so yet.", {
    code: "invalid_input",
    fields: [{ path: "at", message: "should not be in the future" }],
  });
}
