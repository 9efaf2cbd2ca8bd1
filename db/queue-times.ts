type Row = {
  /** The state that it comes into. */
  state: string;
  /** Since when it has waited in a queue, null where it is in none; a new row has no such past. */
  queuedSince?: string;
  returnedAt?: string;
  waitingSince: string;
};

/**
 * The one rule for `queued_since` and `returned_at`, in SQL: a place in a queue is kept until somebody takes it, and
 * whoever comes into one anew waits since the customer does. Each statement that sets a state sets these.
 */
export function queueTimes({ state, queuedSince = "null", returnedAt = "null", waitingSince }: Row) {
  return {
    queuedSince: `case when (${state}) = 'queued' then coalesce(${queuedSince}, ${waitingSince}, now()) end`,
    returnedAt: `case when (${state}) = 'queued' then ${returnedAt} end`,
  };
}
