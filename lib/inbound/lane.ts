const MESSAGES = Buffer.from('"messages":');

/**
 * Whether a customer may be waiting for what is in a webhook. It is told from the bytes, before anything is parsed, and
 * decides only what is applied first: Meta's field `messages` names the kind as well, but there no colon follows.
 */
export function isUrgent(body: Uint8Array): boolean {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).includes(MESSAGES);
}
