import { openBodies } from "@/lib/inbound/log-body";
import { readWebhook } from "@/lib/whatsapp";
import type { WebhookItem } from "@/lib/whatsapp/types";
import type { LogRow } from "./claim";

/** One of the webhooks of a row. */
export type LogReading = {
  row: LogRow;
  metaAppId: string;
  /** The signed bytes. */
  body: Buffer;
  items: WebhookItem[];
  /** The body as a whole could not be read. */
  isDead: boolean;
  /** For the operator, in words. */
  notes: string[];
};

/** Meta was told that we have it, and will not send it again: it waits for the key it was sealed with. */
export class SealedOtherwiseError extends Error {
  constructor(cause: unknown) {
    super("A webhook cannot be opened with this PARLEY_MASTER_KEY and waits.", { cause });
  }
}

/**
 * Opens a row of the log and unfolds what is in it; what cannot be read says why.
 * @throws {SealedOtherwiseError}
 */
export function readLogRow(row: LogRow): LogReading[] {
  return webhooksOf(row).map(({ body, metaAppId }) => {
    const { items, problems } = readWebhook(body);
    const isDead = items.length === 0 && problems.some(({ path }) => path === "");
    const notes = problems.map(({ path, reason }) => (path === "" ? reason : `${path}: ${reason}`));
    return { row, metaAppId, body, items, isDead, notes };
  });
}

/** @throws {SealedOtherwiseError} */
export function webhooksOf({ body, metaAppIds }: LogRow): ReturnType<typeof openBodies> {
  try {
    return openBodies(metaAppIds, body);
  } catch (error) {
    throw new SealedOtherwiseError(error);
  }
}
