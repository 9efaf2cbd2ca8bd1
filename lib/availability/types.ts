/** Plain types of availability; components read them too. */
export const availabilityStates = ["online", "busy", "break", "offline"] as const;
export type AvailabilityState = (typeof availabilityStates)[number];
