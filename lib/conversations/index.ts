/** A conversation is one contact's thread on one channel, from the first message until it is resolved. */
export { assignConversation } from "./assign";
export { countConversations } from "./count";
export { type ConversationRow, findConversation } from "./find";
export { listConversations } from "./list";
export { readConversation, readSummary } from "./read";
export { reopenConversation } from "./reopen";
export { resolveConversation } from "./resolve";
export { isWindowOpen, windowClosesAt } from "./service-window";
export { maySee, type VisibilityFacts, visibleTo } from "./visibility";
