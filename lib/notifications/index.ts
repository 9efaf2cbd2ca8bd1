/** Who is told of what, decided from the event log by the visibility rule: to pages that are open, and by web push to others. */
export { keepWanted, noticesByMember } from "./listeners";
export { dropPush, readPush, subscribePush } from "./push/subscriptions";
export { type PushOptions, startPush } from "./queue/start";
