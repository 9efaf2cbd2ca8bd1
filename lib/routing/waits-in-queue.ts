/**
 * Whether a row of `conversations`, known as `alias` in the query, waits in a queue. A thread that another responder owns,
 * or of a contact whom we block, waits for nobody; spam is resolved.
 */
export function waitsInQueue(alias: "c" | "conversations" = "conversations"): string {
  return `(${alias}.state = 'queued' and ${alias}.owner = 'us' and ${alias}.spam_at is null
    and not exists (select from contact_blocks blocked where blocked.tenant_id = ${alias}.tenant_id
      and blocked.contact_id = ${alias}.contact_id and blocked.channel_id = ${alias}.channel_id))`;
}
