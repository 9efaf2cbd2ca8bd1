/**
 * What a member has, as one row to be joined laterally in the workspace `$1`; `except` is a conversation that does not
 * count. A thread that another responder owns is nobody's work.
 */
export function heldBy(memberId: string, { except }: { except?: string } = {}): string {
  return `
    select count(*) filter (where had.state = 'open' and had.waiting_since is not null)::int as waiting_on_us,
      count(*) filter (where had.state = 'open' and had.waiting_since is null)::int as waiting_on_customer,
      count(*) filter (where had.state = 'snoozed')::int as snoozed
    from conversations had
    where had.tenant_id = $1 and had.assignee_id = ${memberId} and had.state <> 'resolved' and had.owner = 'us'
      ${except ? `and had.id <> ${except}` : ""}`;
}
