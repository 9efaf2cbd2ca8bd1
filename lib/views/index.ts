/** A saved view is a filter of conversations with a name: a member's own, or everybody's. */
export { createView } from "./create";
export { deleteView } from "./delete";
export { editView } from "./edit";
export { countViews, listViews } from "./list";
