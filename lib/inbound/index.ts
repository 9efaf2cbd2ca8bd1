/** The way in: from Meta's signed bytes at the door to their effects in each tenant. */
export { acceptWebhook, type DoorAnswer, type SignedWebhook } from "./door/accept";
export { answerVerification, answerWebhook } from "./door/answer";
export { type Subscription, verifySubscription } from "./door/verify-subscription";
export { ingestBatch } from "./ingest/ingest-batch";
export { type IngestOptions, startIngest } from "./ingest/start";
export { listWebhookItems } from "./items/list";
export { readWebhookItem } from "./items/read";
export { replayWebhookItem } from "./items/replay";
export { dropOldWebhooks, startRetention } from "./retention";
