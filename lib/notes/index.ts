/** A note is what the team writes about a conversation for itself; it can call colleagues, and never reaches the customer. */
export { deleteNote, restoreNote } from "./delete";
export { editNote } from "./edit";
export { listNotes, readNotePage, readNotesOf } from "./list";
export { putNote } from "./put";
export { startNoteRemoval } from "./queue/remove";
export { readMentions } from "./read-mentions";
export { writeNote } from "./write";
