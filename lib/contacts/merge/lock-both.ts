import type { Transaction } from "@/db/transaction";
import { lockIdentities } from "@/lib/contacts/lock";
import { ConflictError, NotFoundError } from "@/lib/errors";

/** Holds who is who in the portfolio, then both contacts. A user id of WhatsApp means nothing in another portfolio. */
export async function lockBoth(
  tx: Transaction,
  tenantId: string,
  { keptId, goneId }: { keptId: string; goneId: string },
): Promise<void> {
  const ids = [keptId, goneId];
  const portfolios = await portfoliosOf(tx, tenantId, ids);
  const [portfolioId] = portfolios;
  if (portfolioId === undefined || portfolios.length < ids.length) throw new NotFoundError("contact");
  if (portfolios.some((other) => other !== portfolioId)) {
    throw new ConflictError("These contacts belong to numbers of different businesses at Meta.", {
      code: "contacts_of_different_portfolios",
      nextStep: "Keep both: WhatsApp knows them under different ids.",
    });
  }
  await lockIdentities(tx, tenantId, portfolioId);
  // Whoever held the lock may have merged or erased one of them meanwhile.
  const found = await portfoliosOf(tx, tenantId, ids, "for update");
  if (found.length < ids.length) throw new NotFoundError("contact");
}

async function portfoliosOf(tx: Transaction, tenantId: string, ids: string[], lock = ""): Promise<string[]> {
  const { rows } = await tx.$client.query<{ portfolio_id: string }>(
    `select portfolio_id from contacts where tenant_id = $1 and id = any($2::uuid[]) order by id ${lock}`,
    [tenantId, ids],
  );
  return rows.map((row) => row.portfolio_id);
}
