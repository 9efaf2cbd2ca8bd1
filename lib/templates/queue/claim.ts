import { withSystem } from "@/db/system";
import { newId } from "@/lib/ids";
import { DAY, MINUTE } from "@/lib/time";

/** Longer than one page may take to come and to be written; each page prolongs it. */
export const LEASE_MS = MINUTE;
const NEXT_REGULAR_MS = DAY;

/** A list of templates that may be read now, and only by the holder of the lease. */
export type SyncClaim = {
  tenantId: string;
  wabaId: string;
  channelId: string;
  tokenSealed: Buffer;
  leaseToken: string;
};

/** An account that a number of it is connected to has its list read; the first time as soon as it is. */
async function enrol(): Promise<void> {
  await withSystem((tx) =>
    tx.$client.query({
      name: "enrol_template_syncs",
      text: `
        insert into template_syncs (tenant_id, waba_id)
        select distinct c.tenant_id, c.waba_id from channels c
        join tenants t on t.id = c.tenant_id and t.status <> 'closed'
        where c.token_sealed is not null and c.state <> 'disconnected' and not exists (
          select from template_syncs s where s.tenant_id = c.tenant_id and s.waba_id = c.waba_id)
        on conflict do nothing`,
    }),
  );
}

/** Takes what is due or was broken off, for all tenants. What is asked for while a list is being read is due again after it. */
export async function claimSyncs(most: number): Promise<SyncClaim[]> {
  await enrol();
  const leaseToken = newId();
  const { rows } = await withSystem((tx) =>
    tx.$client.query<Omit<SyncClaim, "leaseToken">>({
      name: "claim_template_syncs",
      text: `
        with due as (
          select s.tenant_id, s.waba_id, c.id as channel_id, c.token_sealed
          from template_syncs s
          cross join lateral (
            select id, token_sealed from channels
            where tenant_id = s.tenant_id and waba_id = s.waba_id and token_sealed is not null
              and state <> 'disconnected'
            order by state = 'active' desc, created_at limit 1) c
          where (s.due_at <= now() or s.state = 'running') and (s.leased_until is null or s.leased_until < now())
          order by s.due_at limit $2 for update of s skip locked)
        update template_syncs s set state = 'running', lease_token = $1, started_at = now(), seen_count = 0,
          leased_until = now() + $3 * interval '1 millisecond', due_at = now() + $4 * interval '1 millisecond'
        from due d where s.tenant_id = d.tenant_id and s.waba_id = d.waba_id
        returning s.tenant_id as "tenantId", s.waba_id as "wabaId", d.channel_id as "channelId",
          d.token_sealed as "tokenSealed"`,
      values: [leaseToken, most, LEASE_MS, NEXT_REGULAR_MS],
    }),
  );
  return rows.map((row) => ({ ...row, leaseToken }));
}
