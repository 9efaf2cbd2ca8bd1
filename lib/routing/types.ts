/** Plain types of routing; components read them too. */

/** `manual`: nobody but people assigns · `push`: assigned · `offer`: to accept or decline · `pull`: whoever asks for the next. */
export const routingModes = ["manual", "push", "offer", "pull"] as const;
export type RoutingMode = (typeof routingModes)[number];

export const offerOutcomes = ["accepted", "declined", "expired", "withdrawn"] as const;
export type OfferOutcome = (typeof offerOutcomes)[number];

/** Why somebody could not have a conversation. */
export const unfitReasons = ["unavailable", "full", "lacksSkill", "lacksLanguage", "declined", "hasOffer"] as const;
export type UnfitReason = (typeof unfitReasons)[number];

/** By which rules the software gives somebody something. */
export const rulesThatGive = ["lastAgent", "leastLoaded", "next", "overflow"] as const;

/** By which rule somebody was chosen, or a conversation moved. */
export const routingRules = [...rulesThatGive, "agentGone", "unanswered"] as const;
export type RoutingRule = (typeof routingRules)[number];

/**
 * Why a conversation waits. `byHand`, `onRequest`: people take it · `offered`: somebody is being asked · `lastAgent`: for
 * whoever had it last · `passed`: all who could have it passed on it · `nobody`: nobody can have it now · `next`: it is
 * about to be given out · `overflows`: it is about to go to another department · `noDepartment` · `notOurs`: another
 * responder has the thread, or we block the contact · `over`: it waits no more.
 */
export const waitingReasons = [
  "byHand",
  "onRequest",
  "offered",
  "lastAgent",
  "passed",
  "nobody",
  "next",
  "overflows",
  "noDepartment",
  "notOurs",
  "over",
] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** When waiting alone opens another way, and to which department; null: to anybody of its own, whatever their skills. */
export type PendingOverflow = { at: string; department: { id: string; name: string } | null };

/**
 * By which way people give one, or a rule of theirs: taken from nobody or from somebody, given likewise, by answering
 * where nobody had it, by writing first, by opening it again, by taking back what was done.
 */
export const handWays = [
  "claimed",
  "takenOver",
  "assigned",
  "transferred",
  "answered",
  "started",
  "reopened",
  "undone",
] as const;
export type HandWay = (typeof handWays)[number];

/** What somebody did it through, where it was not for just this conversation; `runId` is that of a rule. */
export type Through =
  | { kind: "bulk" }
  | { kind: "macro"; id: string; name: string }
  | { kind: "rule"; id: string; name: string; runId: string };

/** Who was looked at for a conversation; loads in percent of a whole one. */
export type RoutingCandidate = {
  memberId: string;
  loadPercent: number;
  capacityPercent: number;
  unfit: UnfitReason | null;
};

/** By whom, and from whom. */
export type DecidedByHand = {
  /** `member:<id>`, `api_key:<id>` or `system:<doing>`, as events say it. */
  actor: string;
  fromMemberId: string | null;
  fromDepartmentId: string | null;
  through: Through | null;
};

/** What a decision stood on, as it was then. */
export type RoutingDecisionFacts = {
  rule: RoutingRule | HandWay;
  mode: RoutingMode;
  /** Null where nobody waited. */
  waitedSeconds: number | null;
  /** Place in the queue, 1 being the head. */
  place: number | null;
  skillIds: string[];
  language: string | null;
  candidates: RoutingCandidate[];
  /** Of what the software decided by itself there is none. */
  hand?: DecidedByHand;
};

export type Skill = { id: string; name: string };

/** What holds for a department until somebody says otherwise. */
export const byHand = {
  mode: "manual" as RoutingMode,
  offerSeconds: 30,
  stickySeconds: 60,
  overflowSeconds: null,
  overflowDepartmentId: null,
  returnSeconds: 300,
  unansweredSeconds: 900,
  mayExceedCapacity: true,
};

/** A range, since a single number would be a promise. */
export type ExpectedWait = { fromSeconds: number; toSeconds: number };
