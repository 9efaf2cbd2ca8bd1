/** Plain types and pure rules of templates; components read them too. */
export { componentsOf } from "./parts/components-of";
export type { TemplateButton, TemplateHeader, TemplateParts } from "./parts/parts";
export { problemsOf, type SlotProblem, type SlotProblemCode } from "./parts/problems";
export { readParts } from "./parts/read-parts";
export { showTemplate } from "./parts/show";
export { type Slot, type SlotKind, slotsOf } from "./parts/slots";
export {
  type LocationValue,
  locationValue,
  type MediaValue,
  mediaValue,
  type SlotValue,
  type TemplateValues,
  textValue,
} from "./parts/values";
export { factsAskedFor, type PrefillFact, type PrefillFacts, prefill } from "./prefill";

export const templateSyncStates = ["waiting", "running", "done", "failed"] as const;
export type TemplateSyncState = (typeof templateSyncStates)[number];

/** What decides whether a template may be sent. */
export type TemplateFacts = { status: string; category: string };

export type Template = {
  id: string;
  wabaId: string;
  name: string;
  /** As Meta writes it: en_US. */
  language: string;
  /** APPROVED, PENDING, REJECTED, PAUSED, DISABLED, …; REMOVED once Meta lists it no more. */
  status: string;
  /** UTILITY, MARKETING, AUTHENTICATION. */
  category: string;
  nextCategory: { category: string; at: string | null } | null;
  /** POSITIONAL or NAMED. */
  parameterFormat: string;
  /** Meta's shape. */
  components: Record<string, unknown>[];
  /** GREEN, YELLOW, RED or UNKNOWN. */
  quality: string | null;
  /** Null where it can be sent; else why not, and what to do. */
  refusal: { code: string; reason: string; nextStep: string } | null;
  isFavourite: boolean;
};

export type TemplateSync = {
  wabaId: string;
  state: TemplateSyncState;
  seenCount: number;
  startedAt: string | null;
  finishedAt: string | null;
  failure: { title: string; nextStep: string } | null;
};
