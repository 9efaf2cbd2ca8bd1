import { and, eq } from "drizzle-orm";
import { routingDecisions } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { newId } from "@/lib/ids";
import type { RoutingDecisionFacts } from "@/lib/routing/types";

export type Decided = {
  conversationId: string;
  departmentId: string | null;
  /** Who got it, or who lost it. */
  memberId: string | null;
  facts: RoutingDecisionFacts;
};

/** What an event of a decision says of it: under which id the whole of it can be read. */
export type Told = { decisionId: string; rule: string };

/** Keeps why. Answers under which ids, in the order given. */
export async function keepDecisions(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  decided: Decided[],
  at: Date,
): Promise<Told[]> {
  const rows = decided.map((each) => ({ tenantId, id: newId(), at, ...each }));
  if (rows.length > 0) await tx.insert(routingDecisions).values(rows);
  return rows.map(({ id, facts }) => ({ decisionId: id, rule: facts.rule }));
}

/** What an event says of a decision that was made earlier, such as when something was offered. */
export async function toldOf(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  decisionId: string,
): Promise<Told> {
  const [row] = await tx
    .select({ facts: routingDecisions.facts })
    .from(routingDecisions)
    .where(and(eq(routingDecisions.tenantId, tenantId), eq(routingDecisions.id, decisionId)));
  return { decisionId, rule: row?.facts.rule ?? "leastLoaded" };
}
