/** A contact is a person who writes to us, known by identities that may change. */

export { displayName, type NameFacts } from "./display-name";
export { editContact } from "./edit";
export { type IdentityBook, type IdentityKind, survivorOf } from "./identities/book";
export { changeInBook } from "./identities/change";
export { findLiveIdentities } from "./identities/find-live";
export { loadBook, type Sought } from "./identities/load";
export type { MergedConversation } from "./identities/merge-conversations";
export { noteProfile } from "./identities/profile";
export { type SavedBook, saveBook } from "./identities/save";
export { type Addresses, addressList, sightInBook } from "./identities/sight";
export { listContacts } from "./list";
export { lockIdentities } from "./lock";
export { readContact } from "./read";
export { type TombstoneKind, tombstoneHash } from "./tombstone";
