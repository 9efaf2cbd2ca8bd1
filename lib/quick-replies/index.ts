/** A quick reply is a canned answer, found by its shortcut: a member's own, a department's or the workspace's. */
export { createQuickReply } from "./create";
export { deleteQuickReply } from "./delete";
export { editQuickReply } from "./edit";
export { listQuickReplies } from "./list";
export { authorizeScope, type Owner, ownerOf, usableBy } from "./owner";
