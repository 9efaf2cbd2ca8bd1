import { withSystem } from "@/db/system";

/** A claim whose engine died is free again after this long. */
const LEASE_SECONDS = 30;

/** Webhooks, not rows. A row alone may hold more. */
const MOST_AT_ONCE = 2_000;
/** A worker helps in the other lane with what has waited so long there, and takes little, so that its own does not wait. */
const HELP_AFTER_SECONDS = 1;
const MOST_AS_HELP = 250;
const MOST_ROWS = 1_000;
const MOST_BYTES = 4 * 1024 * 1024;
/** From here on a row is taken alone: it may be what ended the engine, or took too long, before. */
export const SUSPECT_AFTER = 3;

export type LogRow = {
  id: number;
  /** For each webhook in the body. */
  metaAppIds: string[];
  receivedAt: Date;
  body: Buffer;
  attempts: number;
};

/** What customers wait for has a lane of its own, so that a flood of statuses never stands before it. */
export type Lane = "urgent" | "other";

/**
 * Takes the oldest rows that nobody holds, under a token that later proves that they are still ours: those of a lane, and
 * when there are none what the other lane leaves lying; without a lane whatever there is.
 */
export async function claimLog(token: string, lane?: Lane): Promise<LogRow[]> {
  const urgent = lane !== "other";
  const own = await claimOf(token, { urgent, mostAtOnce: MOST_AT_ONCE, waitedSeconds: 0 });
  if (own.length > 0) return own;
  const waitedSeconds = lane === undefined ? 0 : HELP_AFTER_SECONDS;
  return claimOf(token, { urgent: !urgent, mostAtOnce: MOST_AS_HELP, waitedSeconds });
}

type Claim = { urgent: boolean; mostAtOnce: number; waitedSeconds: number };

async function claimOf(token: string, { urgent, mostAtOnce, waitedSeconds }: Claim): Promise<LogRow[]> {
  const { rows } = await withSystem((tx) =>
    tx.$client.query<LogRow>({
      name: "claim_webhook_log",
      text: `
        with free as (
          select id, octet_length(body) as size, cardinality(meta_app_ids) as webhooks, attempts from webhook_log
          where state = 'pending' and urgent = $2 and received_at <= clock_timestamp() - $4 * interval '1 second'
            and (leased_until is null or leased_until < now())
          order by id limit ${MOST_ROWS} for update skip locked),
        measured as (
          select id, sum(size) over w as bytes, sum(webhooks) over w as webhooks, max(attempts) over w as most_attempts, row_number() over w as place
          from free window w as (order by id))
        update webhook_log l
        set lease_token = $1, leased_until = now() + interval '${LEASE_SECONDS} seconds', attempts = l.attempts + 1
        from measured m
        where l.id = m.id and (m.place = 1 or (m.bytes <= ${MOST_BYTES} and m.webhooks <= $3 and m.most_attempts < ${SUSPECT_AFTER}))
        returning l.id, l.meta_app_ids as "metaAppIds", l.received_at as "receivedAt", l.body, l.attempts`,
      values: [token, urgent, mostAtOnce, waitedSeconds],
    }),
  );
  return rows.sort((one, other) => one.id - other.id);
}

export type Verdict = { id: number; isDead: boolean; failure: string | null };

/** Only rows that are still held under the token: somebody else may have them since the lease ran out. */
export async function finishLog(token: string, verdicts: Verdict[]): Promise<void> {
  await withSystem((tx) =>
    tx.$client.query({
      name: "finish_webhook_log",
      text: `
        update webhook_log l
        set state = case when v.is_dead then 'dead' else 'done' end, failure = v.failure, lease_token = null,
          leased_until = null
        from unnest($2::bigint[], $3::boolean[], $4::text[]) as v (id, is_dead, failure)
        where l.id = v.id and l.lease_token = $1`,
      values: [
        token,
        verdicts.map(({ id }) => id),
        verdicts.map(({ isDead }) => isDead),
        verdicts.map(({ failure }) => failure),
      ],
    }),
  );
}

/** Gives rows back, free at once, each with the tries that count. */
export async function releaseLog(token: string, rows: { id: number; attempts: number }[]): Promise<void> {
  await withSystem((tx) =>
    tx.$client.query(
      `update webhook_log l set leased_until = null, lease_token = null, attempts = v.attempts
       from unnest($2::bigint[], $3::int[]) as v (id, attempts) where l.id = v.id and l.lease_token = $1`,
      [token, rows.map(({ id }) => id), rows.map(({ attempts }) => attempts)],
    ),
  );
}
