/** A label is a word with a colour that the workspace puts on conversations. */
export { createLabel } from "./create";
export { deleteLabel } from "./delete";
export { editLabel } from "./edit";
export { listLabels } from "./list";
