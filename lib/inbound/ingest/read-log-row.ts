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

/** Opens a row of the log and unfolds what is in it; what cannot be opened or read says why. */
export function readLogRow(row: LogRow): LogReading {
  let body: Buffer;
  try {
    body = openForInstallation(row.body, bodyContext(row.metaAppId));
  } catch {
    return { row, items: [], isDead: true, notes: ["It cannot be opened with this installation's master key."] };
  }
  const { items, problems } = readWebhook(body);
  const isDead = items.length === 0 && problems.some(({ path }) => path === "");
  const notes = problems.map(({ path, reason }) => (path === "" ? reason : `${path}: ${reason}`));
  return { row, items, isDead, notes };
}
