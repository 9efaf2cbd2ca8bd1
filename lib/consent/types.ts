/** Plain types of consent; components read them too. */

export const consentPurposes = ["service", "marketing", "ai", "analytics"] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export type ConsentState = "granted" | "withdrawn";
