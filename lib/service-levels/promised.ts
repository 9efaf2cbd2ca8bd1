/** Something is promised of a conversation `c`: a policy holds, or something runs already. */
export const IS_PROMISED = `(
  exists (select from departments d where d.tenant_id = c.tenant_id and d.id = c.department_id
    and d.service_level_policy_id is not null)
  or exists (select from service_levels l where l.tenant_id = c.tenant_id and l.conversation_id = c.id
    and l.met_at is null and l.cancelled_at is null))`;
