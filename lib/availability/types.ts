/** Plain types of availability; components read them too. */
export const availabilityStates = ["online", "busy", "break", "offline"] as const;
export type AvailabilityState = (typeof availabilityStates)[number];

/** Why somebody is on a break, as the console offers it; other words may stand there too. */
export const breakReasons = ["lunch", "pause", "meeting", "training"] as const;
export type BreakReason = (typeof breakReasons)[number];

/** The reasons of a break that began by itself, and ends with the next thing the member does. */
export const AWAY = "away";
export const CONNECTION_LOST = "connectionLost";

export function beganByItself({ state, reason }: { state: string; reason: string | null }): boolean {
  return state === "break" && (reason === AWAY || reason === CONNECTION_LOST);
}
