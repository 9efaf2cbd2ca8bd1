import { withSystem } from "@/db/system";
import { type SignedBody, sealBodies } from "@/lib/inbound/log-body";
import { pack } from "@/lib/inbound/packed";
import { type LogRow, SUSPECT_AFTER } from "./claim";
import { webhooksOf } from "./read-log-row";

/** One of the webhooks of a row, with what is to be said of it alone. */
export type Apart = SignedBody & { row: LogRow; isDead: boolean; failure: string };

/**
 * Gives webhooks that came together with others rows of their own, so that the operator finds what is wrong with which.
 * Only for rows that are still held under the token.
 */
export async function setApart(token: string, aparts: Apart[]): Promise<void> {
  if (aparts.length === 0) return;
  const { bytes, offsets, lengths } = pack(aparts.map((apart) => sealBodies([apart])));
  await withSystem((tx) =>
    tx.$client.query(
      `insert into webhook_log (meta_app_ids, received_at, urgent, attempts, body, state, failure)
       select array[v.app], l.received_at, l.urgent, l.attempts, substring($2::bytea from v.at for v.length),
         case when v.is_dead then 'dead' else 'done' end, v.failure
       from unnest($3::bigint[], $4::int[], $5::int[], $6::boolean[], $7::text[], $8::uuid[]) with ordinality
         as v (id, at, length, is_dead, failure, app, n)
       join webhook_log l on l.id = v.id and l.lease_token = $1 and l.state = 'pending'
       order by v.n`,
      [
        token,
        bytes,
        aparts.map(({ row }) => row.id),
        offsets,
        lengths,
        aparts.map(({ isDead }) => isDead),
        aparts.map(({ failure }) => failure),
        aparts.map(({ metaAppId }) => metaAppId),
      ],
    ),
  );
}

/**
 * Replaces a row by one for each of its webhooks, which are then tried alone: one of them may be what ended the engine.
 * @throws {SealedOtherwiseError}
 */
export async function takeApart(token: string, row: LogRow): Promise<void> {
  const { bytes, offsets, lengths } = pack(webhooksOf(row).map((webhook) => sealBodies([webhook])));
  await withSystem((tx) =>
    tx.$client.query(
      `with whole as (delete from webhook_log where id = $2 and lease_token = $1 returning *)
       insert into webhook_log (meta_app_ids, received_at, urgent, attempts, body)
       select array[v.app], w.received_at, w.urgent, ${SUSPECT_AFTER}, substring($3::bytea from v.at for v.length)
       from whole w, unnest($4::int[], $5::int[], $6::uuid[]) with ordinality as v (at, length, app, n) order by v.n`,
      [token, row.id, bytes, offsets, lengths, row.metaAppIds],
    ),
  );
}
