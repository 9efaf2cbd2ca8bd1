import type { HttpFailureCode } from "@/lib/http";

/** What Meta said, or what went wrong on the way there. `code` is Meta's and decides; `message` is for people only. */
export type GraphError = {
  code: number | null;
  subcode: number | null;
  title: string | null;
  message: string | null;
  details: string | null;
  isTransient: boolean;
  httpStatus: number | null;
  /** For a support case with Meta. */
  traceId: string | null;
  /** Set when there was no answer, or none that could be read. */
  transport: HttpFailureCode | "unreadable" | null;
};

/**
 * `refused`: Meta answered no. `not_sent`: nothing left this machine. `ambiguous`: it may have been carried out; a send
 * must not be repeated by itself.
 */
export type GraphOutcome = "refused" | "not_sent" | "ambiguous";

export type GraphResult<Value> = { ok: true; value: Value } | { ok: false; error: GraphError; outcome: GraphOutcome };

export type GraphFailure = Extract<GraphResult<never>, { ok: false }>;
