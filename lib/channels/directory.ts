import { withSystem } from "@/db/system";

/** Where a number's webhooks go, with what ingest needs to know of its channel and tenant. */
export type DirectoryEntry = {
  phoneNumberId: string;
  wabaId: string;
  tenantId: string;
  channelId: string;
  /** Only this app's signature is believed for this number. */
  metaAppId: string;
  /** Meta's id of that app: how a hand-over says whose the thread is. */
  appId: string;
  portfolioId: string;
  departmentId: string | null;
  reopenWithinHours: number;
  isClosed: boolean;
};

/** The entries of these phone number ids and of these WABAs, for all tenants: called before the tenant is known. */
export async function findInDirectory(wanted: {
  phoneNumberIds: string[];
  wabaIds: string[];
}): Promise<DirectoryEntry[]> {
  const { rows } = await withSystem((tx) =>
    tx.$client.query<DirectoryEntry>({
      name: "find_in_directory",
      text: `
        select d.phone_number_id as "phoneNumberId", d.waba_id as "wabaId", d.tenant_id as "tenantId",
          d.channel_id as "channelId", d.meta_app_id as "metaAppId", a.app_id as "appId",
          c.portfolio_id as "portfolioId", c.department_id as "departmentId",
          t.reopen_within_hours as "reopenWithinHours", t.status = 'closed' as "isClosed"
        from channel_directory d
        join channels c on c.tenant_id = d.tenant_id and c.id = d.channel_id
        join meta_apps a on a.id = d.meta_app_id
        join tenants t on t.id = d.tenant_id
        where d.phone_number_id = any($1::text[]) or d.waba_id = any($2::text[])`,
      values: [wanted.phoneNumberIds, wanted.wabaIds],
    }),
  );
  return rows;
}
