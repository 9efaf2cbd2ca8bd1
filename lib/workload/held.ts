/**
 * What each of the members `$2` has in the workspace `$1`, for a statement to join; whoever has nothing has no row. A
 * thread that another responder owns is nobody's work.
 */
export const heldByMember = `
  select c.assignee_id as member_id,
    count(*) filter (where c.state = 'open' and c.waiting_since is not null)::int as waiting_on_us,
    count(*) filter (where c.state = 'open' and c.waiting_since is null)::int as waiting_on_customer,
    count(*) filter (where c.state = 'snoozed')::int as snoozed
  from conversations c
  where c.tenant_id = $1 and c.assignee_id = any($2::uuid[]) and c.state <> 'resolved' and c.owner = 'us'
  group by c.assignee_id`;
