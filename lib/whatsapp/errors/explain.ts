import { accessErrors } from "./access";
import { accountErrors } from "./account";
import { deliveryErrors } from "./delivery";
import type { Codes, ErrorFacts } from "./entry";
import { featureErrors } from "./feature";
import { messageErrors } from "./message";
import { numberErrors } from "./number";
import { paceErrors } from "./pace";
import { templateErrors } from "./template";

export type Explanation = ErrorFacts & {
  code: number | null;
  /** Meta's own words on this case. */
  details: string | null;
  isKnown: boolean;
};

const rows = [
  ...accessErrors,
  ...paceErrors,
  ...deliveryErrors,
  ...messageErrors,
  ...accountErrors,
  ...numberErrors,
  ...templateErrors,
  ...featureErrors,
];

const table = new Map<number, ErrorFacts>(
  rows.flatMap(({ codes, ...facts }) => expand(codes).map((code) => [code, facts] as const)),
);

const unknown: ErrorFacts = {
  retryClass: "input",
  scope: "message",
  turn: "author",
  title: "WhatsApp refused it",
  cause: "Meta gave a code that is not known here.",
  nextStep: "Read Meta's details, and send it in another form.",
};

const unreachable: ErrorFacts = {
  retryClass: "transient",
  scope: "message",
  turn: "parley",
  title: "WhatsApp could not be reached",
  cause: "There was no answer from Meta that could be read.",
  nextStep: "Nothing to do: it is tried again where that is safe; else send it again yourself.",
};

/** What a code of Meta's means, whose turn it is and what to do; null stands for no answer at all. */
export function explain(code: number | null, details: string | null = null): Explanation {
  if (code === null) return { ...unreachable, code, details, isKnown: true };
  const facts = table.get(code);
  return { ...(facts ?? unknown), code, details, isKnown: facts !== undefined };
}

/** Every code of the table, ranges spelt out. */
export function knownErrorCodes(): number[] {
  return [...table.keys()].sort((one, other) => one - other);
}

export function expand(codes: Codes): number[] {
  if (typeof codes === "number") return [codes];
  if ("from" in codes) return Array.from({ length: codes.to - codes.from + 1 }, (_, at) => codes.from + at);
  return [...codes];
}
