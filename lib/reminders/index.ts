/** A reminder brings a member back to a conversation: at its time a note calls them. */
export { listReminders } from "./list";
export { startReminding } from "./queue/start";
export { removeReminder } from "./remove";
export { setReminder } from "./set";
