/** Messages in both directions: what a thread shows, what may be sent, and how what was sent fares at Meta. */
export { applyStatuses, type StatusOutcome, type StatusReport } from "./apply-statuses";
export { readCallback } from "./callback";
export { cancelMessage } from "./cancel";
export { editScheduledMessage } from "./edit-scheduled";
export { readMessageInfo } from "./info/read";
export { lockWamids } from "./known-wamids";
export { listMessages } from "./list";
export { listScheduledMessages } from "./list-scheduled";
export { markConversationRead, showTyping, tellRead } from "./mark-read";
export { releaseParked, type WaitingKind, waitingHash } from "./parked-items";
export { startSending } from "./queue/start-sending";
export { readMessage } from "./read";
export { sendMessage } from "./send";
export { sendMessageAgain } from "./send-again";
export { readSendCost } from "./send-cost";
export { sendNotice } from "./send-notice";
export { sendScheduledMessageNow } from "./send-now";
export { startConversation } from "./start-conversation";
