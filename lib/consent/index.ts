/** The consent ledger: what a contact allowed, when, and how we know; append only, the newest entry is the present state. */
export { currentConsents } from "./current";
export { type NewConsent, recordConsent } from "./record";
export type { ConsentPurpose, ConsentState } from "./types";
