/** Plain types of service levels; components read them too. */

/** `window`: Meta's 24 hours, after which an answer needs a template. */
export const serviceLevelKinds = ["first_reply", "next_reply", "resolution", "window"] as const;
export type ServiceLevelKind = (typeof serviceLevelKinds)[number];
