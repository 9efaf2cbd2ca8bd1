/** Messages in both directions: what a thread shows, what may be sent, and how what was sent fares at Meta. */
export { applyStatuses, type StatusOutcome, type StatusReport } from "./apply-statuses";
export { readCallback } from "./callback";
export { lockWamids } from "./known-wamids";
export { listMessages } from "./list";
export { markConversationRead, showTyping } from "./mark-read";
export { releaseParked, type WaitingKind, waitingHash } from "./parked-items";
export { startSending } from "./queue/start-sending";
export { readMessage } from "./read";
export { sendMessage } from "./send";
export { sendMessageAgain } from "./send-again";
