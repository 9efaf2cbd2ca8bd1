/** A history is what a contact's past holds across all conversations that the asker may see. */
export { listContactLinks } from "./list-links";
export { listContactMedia } from "./list-media";
export { listContactNotes } from "./list-notes";
export { listContactTimeline } from "./list-timeline";
