import { bodyContext } from "@/lib/inbound/door/append";
import { openForInstallation } from "@/lib/vault";
import { readWebhook } from "@/lib/whatsapp";
import type { WebhookItem } from "@/lib/whatsapp/types";
import type { LogRow } from "./claim";

export type LogReading = {
  row: LogRow;
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
export function readLogRow(row: LogRow): LogReading {
  const { items, problems } = readWebhook(openBody(row));
  const isDead = items.length === 0 && problems.some(({ path }) => path === "");
  const notes = problems.map(({ path, reason }) => (path === "" ? reason : `${path}: ${reason}`));
  return { row, items, isDead, notes };
}

function openBody({ body, metaAppId }: LogRow): Buffer {
  try {
    return openForInstallation(body, bodyContext(metaAppId));
  } catch (error) {
    throw new SealedOtherwiseError(error);
  }
}
