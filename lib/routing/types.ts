/** Plain types of routing; components read them too. */

/** `manual`: nobody but people assigns · `push`: assigned · `offer`: to accept or decline · `pull`: whoever asks for the next. */
export const routingModes = ["manual", "push", "offer", "pull"] as const;
export type RoutingMode = (typeof routingModes)[number];

export const offerOutcomes = ["accepted", "declined", "expired", "withdrawn"] as const;
export type OfferOutcome = (typeof offerOutcomes)[number];

/** Why somebody could not have a conversation. */
export const unfitReasons = ["unavailable", "full", "lacksSkill", "lacksLanguage", "declined", "hasOffer"] as const;
export type UnfitReason = (typeof unfitReasons)[number];

/** By which rule somebody was chosen, or a conversation moved. */
export const routingRules = ["lastAgent", "leastLoaded", "next", "overflow", "agentGone", "unanswered"] as const;
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

/** Who was looked at for a conversation; loads in percent of a whole one. */
export type RoutingCandidate = {
  memberId: string;
  loadPercent: number;
  capacityPercent: number;
  unfit: UnfitReason | null;
};

/** What a decision stood on, as it was then. */
export type RoutingDecisionFacts = {
  rule: RoutingRule;
  mode: RoutingMode;
  waitedSeconds: number;
  /** Place in the queue, 1 being the head. */
  place: number | null;
  skillIds: string[];
  language: string | null;
  candidates: RoutingCandidate[];
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
  unansweredSeconds: null,
};

/** A range, since a single number would be a promise. */
export type ExpectedWait = { fromSeconds: number; toSeconds: number };
