/** Plain types of service levels; components read them too. */

/** `window`: Meta's 24 hours, after which an answer needs a template. */
export const serviceLevelKinds = ["first_reply", "next_reply", "resolution", "window"] as const;
export type ServiceLevelKind = (typeof serviceLevelKinds)[number];

/** `warned`: at risk. `missed`: the time is over, and what was promised is still to be done. */
export const serviceLevelStates = ["ok", "warned", "missed"] as const;
export type ServiceLevelState = (typeof serviceLevelStates)[number];

/** The most urgent promise that runs in a conversation; the service window is one from its last hour on. */
export type RunningServiceLevel = {
  kind: ServiceLevelKind;
  state: ServiceLevelState;
  /** Null while it stands still. */
  dueAt: string | null;
  warnAt: string | null;
};

/** How soon a department answers and resolves; what is null is not promised. */
export type ServiceLevelPolicy = {
  id: string;
  name: string;
  firstReplyMinutes: number | null;
  nextReplyMinutes: number | null;
  resolutionMinutes: number | null;
  /** Counts only while the department is open; else by the calendar. */
  inHours: boolean;
  /** Which part of the time is gone when somebody is warned. */
  warnAtPercent: number;
};
