/** A macro does several things with a conversation at once: labels, an answer, a snooze. */
export { createMacro } from "./create";
export { deleteMacro } from "./delete";
export { editMacro } from "./edit";
export { fillIn } from "./fill-in";
export { listMacros } from "./list";
export { runMacro } from "./run";
