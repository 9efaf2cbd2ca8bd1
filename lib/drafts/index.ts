/** A draft is what a member began to write in a conversation: their own, on every device, until it is sent. */
export { listDrafts } from "./list";
export { readDraft } from "./read";
export { saveDraft } from "./save";
