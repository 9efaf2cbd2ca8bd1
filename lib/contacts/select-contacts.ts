import type { Transaction } from "@/db/transaction";
import { displayName } from "./display-name";
import type { ConsentState, Contact, ContactIdentity, FieldValue } from "./types";

type Row = {
  id: string;
  name: string | null;
  profile_name: string | null;
  username: string | null;
  language: string | null;
  created_at: Date;
  blocked_at: Date | null;
  blocked_on: Contact["blockedOn"] | null;
  fields: FieldValue[] | null;
  identities: ContactIdentity[] | null;
  consents: ConsentState[] | null;
};

const iso = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Contacts with what they are known by and what they consented to, the newest consent of each purpose. */
const contactColumns = `
  c.id, c.name, c.profile_name, c.username, c.language, c.created_at, c.blocked_at,
  (select json_agg(json_build_object('id', ch.id, 'name', ch.name) order by ch.name)
   from contact_blocks b join channels ch on ch.tenant_id = b.tenant_id and ch.id = b.channel_id
   where b.tenant_id = c.tenant_id and b.contact_id = c.id) as blocked_on,
  (select json_agg(json_build_object('fieldId', v.field_id, 'value', v.value))
   from contact_field_values v where v.tenant_id = c.tenant_id and v.contact_id = c.id) as fields,
  (select json_agg(json_build_object('kind', i.kind, 'value', i.value, 'validFrom', ${iso("i.valid_from")},
     'validTo', ${iso("i.valid_to")}, 'lastSeenAt', ${iso("i.last_seen_at")})
     order by i.valid_to is not null, i.last_seen_at desc, i.kind)
   from contact_identities i where i.tenant_id = c.tenant_id and i.contact_id = c.id) as identities,
  (select json_agg(json_build_object('purpose', s.purpose, 'state', s.state, 'source', s.source, 'at', ${iso("s.at")})
     order by s.purpose)
   from (select distinct on (purpose) * from consents
         where tenant_id = c.tenant_id and contact_id = c.id order by purpose, at desc, id desc) s) as consents`;

export async function selectContacts(tx: Transaction, rest: string, values: unknown[]): Promise<Contact[]> {
  const { rows } = await tx.$client.query<Row>(`select ${contactColumns} from contacts c ${rest}`, values);
  return rows.map(toContact);
}

function toContact(row: Row): Contact {
  const identities = row.identities ?? [];
  const live = (kind: string) =>
    identities.find((identity) => identity.kind === kind && identity.validTo === null)?.value ?? null;
  const phone = live("phone");
  return {
    id: row.id,
    name: displayName({
      name: row.name,
      profileName: row.profile_name,
      username: row.username,
      phone,
      bsuid: live("bsuid"),
    }),
    givenName: row.name,
    profileName: row.profile_name,
    username: row.username,
    phone,
    language: row.language,
    createdAt: row.created_at.toISOString(),
    blockedAt: row.blocked_at?.toISOString() ?? null,
    blockedOn: row.blocked_on ?? [],
    fields: row.fields ?? [],
    identities,
    consents: row.consents ?? [],
  };
}
