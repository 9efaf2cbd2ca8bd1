/** What a domain refuses, and why: thrown inside, answered at the border by one switch (`lib/web/problem.ts`). */

export type ErrorKind =
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "invalid"
  | "limit_reached"
  | "refused"
  | "unavailable";

/**
 * One field of an input that does not fit: `path` in dots, `message` in words. `code` is the same for a machine, and `limit`
 * the number in it; a message of ours without a code has one of its own words, `codeOfMessage`.
 */
export type FieldError = { path: string; message: string; code?: string; limit?: number };

/** `should be a time zone such as Europe/Berlin` is `should_be_a_time_zone`: the example is no part of what is meant. */
export function codeOfMessage(message: string): string {
  const meant = message.split(/ such as | like /)[0] ?? "";
  return meant
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
}

export type DomainErrorOptions = {
  /** Stable, machine-readable: `conversation_taken`, `window_closed`. */
  code?: string;
  /** What the reader can do now. */
  nextStep?: string;
  fields?: FieldError[];
  /** Facts for the screen, such as who won a race. Never secrets. */
  details?: Record<string, unknown>;
  retryAfterSeconds?: number;
  cause?: unknown;
};

export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly nextStep: string | undefined;
  readonly fields: FieldError[] | undefined;
  readonly details: Record<string, unknown> | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(kind: ErrorKind, message: string, options: DomainErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.kind = kind;
    this.code = options.code ?? kind;
    this.nextStep = options.nextStep;
    this.fields = options.fields;
    this.details = options.details;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

export class UnauthenticatedError extends DomainError {
  constructor(message = "Sign in to go on.", options: DomainErrorOptions = {}) {
    super("unauthenticated", message, options);
  }
}

export class ForbiddenError extends DomainError {
  constructor(message = "Your role does not allow this.", options: DomainErrorOptions = {}) {
    super("forbidden", message, options);
  }
}

/** Also the answer for another tenant's id: what one may not see does not exist. */
export class NotFoundError extends DomainError {
  constructor(noun: string, options: DomainErrorOptions = {}) {
    super("not_found", `There is no such ${noun}.`, { code: `${noun.replaceAll(" ", "_")}_not_found`, ...options });
  }
}

export class ConflictError extends DomainError {
  constructor(message: string, options: DomainErrorOptions = {}) {
    super("conflict", message, options);
  }
}

export class InvalidError extends DomainError {
  constructor(message: string, options: DomainErrorOptions = {}) {
    super("invalid", message, options);
  }
}

export class LimitReachedError extends DomainError {
  constructor(message: string, options: DomainErrorOptions = {}) {
    super("limit_reached", message, options);
  }
}

/** The policy gate said no: `code` names the rule, `nextStep` what can be done instead. */
export class RefusedError extends DomainError {
  constructor(message: string, options: DomainErrorOptions & { code: string; nextStep: string }) {
    super("refused", message, options);
  }
}

export class UnavailableError extends DomainError {
  constructor(message: string, options: DomainErrorOptions = {}) {
    super("unavailable", message, options);
  }
}

// Connection lost, shutting down, out of resources, on a standby, cancelled or timed out, a lock not had, a lost race.
const PASSING_STATE = /^(08|53|57|58|25006|25P03|25P04|55P03|40)/;
const UNREACHABLE = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const LOST =
  /timeout exceeded when trying to connect|Connection terminated|ECONNREFUSED|ECONNRESET|EPIPE|not queryable/;

/** The database's failure of the moment, not the fault of what was to be stored: the same may be tried again as it is. */
export function isPassing(error: unknown): boolean {
  if (PASSING_STATE.test(sqlStateOf(error) ?? "")) return true;
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code } = at as Error & { code?: unknown };
    if ((typeof code === "string" && UNREACHABLE.test(code)) || LOST.test(at.message)) return true;
  }
  return false;
}

/** The SQLSTATE of a database error, wherever the driver put it; never the message, which holds parameters. */
export function sqlStateOf(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = (at as Error & { code?: unknown }).code;
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
}

/** Whether a unique index refused what was to be written: it is there, or somebody was quicker. */
export function isDuplicate(error: unknown): boolean {
  return sqlStateOf(error) === "23505";
}

/** Runs `write`. @throws {ConflictError} in these words when there is such a thing already */
export async function refuseDuplicate<T>(
  write: () => PromiseLike<T>,
  message: string,
  options: DomainErrorOptions,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw isDuplicate(error) ? new ConflictError(message, options) : error;
  }
}

const MOST_TRIES = 3;

/** For a step that is whole by itself and takes its locks in an order of its own: the victim simply tries again. */
export async function despiteDeadlocks<T>(step: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await step();
    } catch (error) {
      if (tries === MOST_TRIES || sqlStateOf(error) !== "40P01") throw error;
    }
  }
}
