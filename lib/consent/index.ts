/** The consent ledger: what a contact allowed, when, and how we know; append only, the newest entry is the present state. */
export { type AppendedConsent, appendConsents, type NewConsent } from "./append";
export { dueForConfirmation, noteConfirmed } from "./confirmations";
export { foldWord } from "./fold";
export { getConsentThenOrNull, listConsents } from "./list";
export { lockConsents } from "./lock";
export { momentOfGrant } from "./moment-of-grant";
export { readConsentWords } from "./read-words";
export { recordConsent } from "./record";
export { resetConsentWords, saveConsentWords } from "./save-words";
export { withdrawConsent } from "./withdraw";
export { type WordBook, wordBookOf } from "./word-book";
