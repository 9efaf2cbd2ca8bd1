import type { FieldError } from "@/lib/errors";

export type ProblemFacts = {
  title: string;
  /** Stable, machine-readable; `offline` when no answer came at all. */
  code: string;
  /** 0 when no answer came. */
  status: number;
  nextStep?: string | undefined;
  fields?: FieldError[] | undefined;
  details?: Record<string, unknown> | undefined;
  /** What to quote to whoever runs the installation. */
  id?: string | undefined;
};

/** A refusal or failure of the API, in words for the screen. */
export class ProblemError extends Error {
  readonly title: string;
  readonly code: string;
  readonly status: number;
  readonly nextStep: string | undefined;
  readonly fields: FieldError[];
  readonly details: Record<string, unknown>;
  readonly id: string | undefined;

  constructor(facts: ProblemFacts) {
    super(facts.title);
    this.name = "ProblemError";
    this.title = facts.title;
    this.code = facts.code;
    this.status = facts.status;
    this.nextStep = facts.nextStep;
    this.fields = facts.fields ?? [];
    this.details = facts.details ?? {};
    this.id = facts.id;
  }

  /** No answer came, or one that says to come back: the same request may be sent again. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

export function isProblem(error: unknown, code?: string): error is ProblemError {
  return error instanceof ProblemError && (code === undefined || error.code === code);
}

/** Reads problem details (RFC 9457); an answer of another kind, as a proxy gives, becomes one. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null);
  const facts = (body ?? {}) as Partial<ProblemFacts>;
  return new ProblemError({
    title: typeof facts.title === "string" ? facts.title : `The server answered ${response.status}.`,
    code: typeof facts.code === "string" ? facts.code : `http_${response.status}`,
    status: response.status,
    nextStep: facts.nextStep,
    fields: facts.fields,
    details: facts.details,
    id: facts.id,
  });
}
