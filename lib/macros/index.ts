/** A macro does several things with a conversation at once: labels, an answer, a snooze. It is a member's own, a department's or everybody's. */
export { bindMacroKey } from "./bind-key";
export { createMacro } from "./create";
export { deleteMacro } from "./delete";
export { editMacro } from "./edit";
export { fillIn } from "./fill-in";
export { listMacros } from "./list";
export { runMacro } from "./run";
