import { type DirectoryEntry, findInDirectory } from "@/lib/channels";
import { effectiveTime } from "@/lib/inbound/rules/effective-time";
import type { WebhookItem } from "@/lib/whatsapp/types";
import { dedupeHash } from "./dedupe-hash";
import type { LogReading } from "./read-log-row";
import type { Arrival, Group } from "./work";

/** A group, and beside each arrival the row of the log it came in. */
export type SortedGroup = Group & { readings: Set<LogReading> };

/**
 * Finds whose each item is. What belongs to nobody here, or was signed by an app that does not speak for the number,
 * reaches no tenant: the operator finds a note on the row of the log.
 */
export async function sortOut(readings: LogReading[]): Promise<SortedGroup[]> {
  const items = readings.flatMap((reading) => reading.items);
  if (items.length === 0) return [];
  const entries = await findInDirectory({
    phoneNumberIds: distinct(items.map(({ phoneNumberId }) => phoneNumberId)),
    wabaIds: distinct(items.filter(({ phoneNumberId }) => phoneNumberId === null).map(wabaOf)),
  });
  const groups = new Map<string, SortedGroup>();
  for (const reading of readings) {
    for (const item of reading.items) {
      const destination = destinationOf(item, entries, reading.metaAppId);
      if (typeof destination === "string") note(reading, destination);
      else for (const place of destination) put(groups, place, item, reading);
    }
  }
  return [...groups.values()];
}

type Place = Pick<Group, "tenantId" | "channel">;

function destinationOf(item: WebhookItem, entries: DirectoryEntry[], metaAppId: string): Place[] | string {
  const what =
    item.phoneNumberId === null ? `account ${wabaOf(item) ?? "without an id"}` : `number ${item.phoneNumberId}`;
  const named = entries.filter((entry) =>
    item.phoneNumberId === null ? entry.wabaId === wabaOf(item) : entry.phoneNumberId === item.phoneNumberId,
  );
  if (named.length === 0) return `An item of field ${item.field} is for the ${what}, which is not connected here.`;
  const ours = named.filter((entry) => entry.metaAppId === metaAppId);
  if (ours.length === 0) return `An item for the ${what} was signed by another app than the one connected to it.`;
  const alive = ours.filter((entry) => !entry.isClosed);
  if (alive.length === 0) return `An item for the ${what} came after its workspace was closed.`;
  if (item.phoneNumberId !== null) return alive.map((channel) => ({ tenantId: channel.tenantId, channel }));
  return distinct(alive.map(({ tenantId }) => tenantId)).map((tenantId) => ({ tenantId, channel: null }));
}

/** Account events of partners come under the portfolio's id and name the account inside. */
function wabaOf(item: WebhookItem): string | null {
  return (item.kind === "account" ? item.subjectWabaId : null) ?? item.wabaId;
}

function put(
  groups: Map<string, SortedGroup>,
  { tenantId, channel }: Place,
  item: WebhookItem,
  reading: LogReading,
): void {
  const key = `${tenantId}|${channel?.channelId ?? ""}`;
  const group = groups.get(key) ?? { tenantId, channel, arrivals: [], readings: new Set() };
  groups.set(key, group);
  group.arrivals.push(arrivalOf(item, channel, reading.row.receivedAt.getTime()));
  group.readings.add(reading);
}

export function arrivalOf(item: WebhookItem, channel: DirectoryEntry | null, arrivedAtMs: number): Arrival {
  const hash = dedupeHash(item, channel?.channelId ?? null);
  return { item, arrivedAtMs, atMs: effectiveTime(item.timestampMs, arrivedAtMs), hash };
}

/** One line for a thousand equal items. */
function note(reading: LogReading, line: string): void {
  if (!reading.notes.includes(line)) reading.notes.push(line);
}

function distinct<Value>(values: (Value | null)[]): Value[] {
  return [...new Set(values.filter((value) => value !== null))];
}
