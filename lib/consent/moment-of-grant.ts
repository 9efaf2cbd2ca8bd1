import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";
import { lockConsents } from "./lock";
import { momentOf } from "./moment-of";
import type { ConsentPurpose } from "./types";

type Grant = { contactId: string; purpose: ConsentPurpose; at?: string | undefined };

/**
 * When consent was given. After a withdrawal "now" is no answer: it would make any older proof the newest word, so the
 * time has to be told; one that is older than the withdrawal stands in the ledger without effect.
 *
 * @throws {InvalidError} with the field `at`
 */
export async function momentOfGrant(
  tx: Transaction,
  { tenantId }: Actor,
  { contactId, purpose, at }: Grant,
): Promise<Date> {
  const moment = momentOf(at);
  await lockConsents(tx, [{ tenantId, contactId }], "relying");
  const { rows } = await tx.$client.query<{ state: string; at: Date; isWord: boolean }>(
    `select state, at, source in ('stop_word', 'meta_preference') as "isWord" from consents
     where tenant_id = $1 and contact_id = $2 and purpose = $3 order by at desc, id desc limit 1`,
    [tenantId, contactId, purpose],
  );
  const [present] = rows;
  if (present?.state !== "withdrawn") return moment;
  const withdrawnAt = present.at.toISOString();
  // Of one and the same time the customer's own word holds; what was told by hand may be put right.
  const isSame = present.isWord && moment.getTime() === present.at.getTime();
  if (at !== undefined && !isSame) return moment;
  throw new InvalidError("The customer opted out, so it takes the time at which they agreed again.", {
    code: "consent_after_withdrawal",
    nextStep: `Say when they agreed: later than ${withdrawnAt}.`,
    fields: [{ path: "at", message: `should be later than ${withdrawnAt}` }],
    details: { purpose, withdrawnAt },
  });
}
