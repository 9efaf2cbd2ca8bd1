import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { recordEvents } from "@/lib/events";
import { lockConsents } from "./lock";
import type { ConsentEvidence, ConsentPurpose, ConsentState } from "./types";

export type NewConsent = {
  contactId: string;
  channelId?: string | null;
  purpose: ConsentPurpose;
  state: ConsentState;
  /** How it came about: one of `toldSources`, `stop_word`, `start_word`, `meta_preference` … */
  source: string;
  evidence: Partial<ConsentEvidence>;
  at: Date;
  /** It gives back what was withdrawn before, and means nothing where nothing was. */
  restores?: boolean;
  /** It may be told again, by another delivery or reading of the same: then it stands there already. */
  once?: boolean;
};

export type AppendedConsent = {
  id: string;
  contactId: string;
  purpose: ConsentPurpose;
  state: ConsentState;
  source: string;
  at: Date;
  /** The contact's, when it is known. */
  language: string | null;
  /** No entry of its purpose is newer: it is what holds now. */
  isPresent: boolean;
  /** What holds is other than before; a second STOP is one more proof and no more. */
  changes: boolean;
};

const statement = `
  with given as (
    select distinct on (contact_id, purpose, state, source, at) * from unnest($2::uuid[], $3::uuid[], $4::text[],
      $5::text[], $6::text[], $7::jsonb[], $8::timestamptz[], $9::boolean[], $10::boolean[])
      with ordinality as v (contact_id, channel_id, purpose, state, source, evidence, at, restores, once, place)
    order by contact_id, purpose, state, source, at, place),
  written as (
    insert into consents (tenant_id, contact_id, channel_id, purpose, state, source, evidence, actor, at)
    select $1, g.contact_id, g.channel_id, g.purpose, g.state, g.source, g.evidence, $11, g.at from given g
    where (not g.once or not exists (
        select from consents same where same.tenant_id = $1 and same.contact_id = g.contact_id
          and same.purpose = g.purpose and same.state = g.state and same.source = g.source and same.at = g.at))
      and (not g.restores
        or exists (
          select from consents before where before.tenant_id = $1 and before.contact_id = g.contact_id
            and before.purpose = g.purpose and before.state = 'withdrawn' and before.at <= g.at)
        or exists (
          select from given before where before.contact_id = g.contact_id and before.purpose = g.purpose
            and before.state = 'withdrawn' and before.at <= g.at))
    order by g.at, g.place
    returning id, contact_id, purpose, state, source, at)
  select w.id, w.contact_id as "contactId", w.purpose, w.state, w.source, w.at, k.language,
    not exists (
      select from consents later where later.tenant_id = $1 and later.contact_id = w.contact_id
        and later.purpose = w.purpose and later.at > w.at)
    and not exists (
      select from written later where later.contact_id = w.contact_id and later.purpose = w.purpose
        and (later.at, later.id) > (w.at, w.id)) as "isPresent",
    w.state is distinct from (
      select before.state from consents before where before.tenant_id = $1 and before.contact_id = w.contact_id
        and before.purpose = w.purpose order by before.at desc, before.id desc limit 1) as changes
  from written w join contacts k on k.tenant_id = $1 and k.id = w.contact_id
  order by w.at, w.id`;

/**
 * Appends to the ledger in the transaction of what brought it about, in one statement for any number. The newest entry
 * of a purpose by its own time holds, whatever came in last.
 */
export async function appendConsents(tx: Transaction, actor: Actor, list: NewConsent[]): Promise<AppendedConsent[]> {
  if (list.length === 0) return [];
  const { tenantId } = actor;
  const withdrawn = list.filter(({ state }) => state === "withdrawn");
  await lockConsents(
    tx,
    withdrawn.map(({ contactId }) => ({ tenantId, contactId })),
    "withdrawing",
  );
  const { rows } = await tx.$client.query<AppendedConsent>({
    name: "append_consents",
    text: statement,
    values: [
      tenantId,
      list.map(({ contactId }) => contactId),
      list.map(({ channelId }) => channelId ?? null),
      list.map(({ purpose }) => purpose),
      list.map(({ state }) => state),
      list.map(({ source }) => source),
      list.map(({ evidence }) => JSON.stringify(evidence)),
      list.map(({ at }) => at.toISOString()),
      list.map(({ restores }) => restores ?? false),
      list.map(({ once }) => once ?? false),
      `${actor.kind}:${actor.id}`,
    ],
  });
  const channelOf = new Map(list.map(({ contactId, channelId }) => [contactId, channelId ?? null]));
  await recordEvents(
    tx,
    actor,
    rows.map(({ contactId, purpose, state, source, isPresent, changes }) => ({
      type: "consent.changed" as const,
      contactId,
      channelId: channelOf.get(contactId) ?? null,
      payload: { purpose, state, source, changes: isPresent && changes },
    })),
  );
  return rows;
}
