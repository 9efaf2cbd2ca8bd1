import { withSystem } from "@/db/system";
import { MINUTE } from "@/lib/time";

/** Longer than a call may take. */
const LEASE_MS = MINUTE;

export type WebhookClaim = {
  tenantId: string;
  id: string;
  ruleId: string;
  url: string;
  bodySealed: Buffer | null;
  secretSealed: Buffer | null;
  /** How many were begun, this one included. */
  attempts: number;
};

/** Takes what is due, for all tenants that are active; whoever dies with it leaves it to another a minute later. */
export async function claimWebhooks(most: number, now: Date): Promise<WebhookClaim[]> {
  const { rows } = await withSystem((tx) =>
    tx.$client.query<WebhookClaim>({
      name: "claim_rule_webhooks",
      text: `
        with due as (
          select w.tenant_id, w.id from rule_webhooks w
          join tenants t on t.id = w.tenant_id and t.status = 'active'
          where w.done_at is null and w.due_at <= $2
          order by w.due_at limit $1 for update of w skip locked)
        update rule_webhooks w set attempts = w.attempts + 1, due_at = $2 + $3 * interval '1 millisecond'
        from due, rule_runs u, rules r
        where w.tenant_id = due.tenant_id and w.id = due.id and u.tenant_id = w.tenant_id and u.id = w.run_id
          and r.tenant_id = u.tenant_id and r.id = u.rule_id
        returning w.tenant_id as "tenantId", w.id, r.id as "ruleId", w.url, w.body_sealed as "bodySealed",
          r.webhook_secret_sealed as "secretSealed", w.attempts`,
      values: [most, now, LEASE_MS],
    }),
  );
  return rows;
}
