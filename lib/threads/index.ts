/** A thread is what a member reads of a conversation: its messages, and between them the notes and what was done. */
export { readThread } from "./read";
