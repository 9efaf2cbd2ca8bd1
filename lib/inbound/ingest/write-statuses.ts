import { applyStatuses, readCallback, releaseParked, type StatusReport, waitingHash } from "@/lib/messages";
import type { JsonObject, StatusItem } from "@/lib/whatsapp/types";
import { recipientOf } from "./dedupe-hash";
import type { Entry } from "./entry";
import { type Arrival, type ChannelWork, isMessageStatus, open, settle, settleErased } from "./work";

type Parked = {
  wamid: string;
  status: string;
  recipient: string;
  at: Date;
  pricing: JsonObject | null;
  errors: JsonObject[] | null;
};

/** Hands statuses to the messages they are about; those that waited for an echo go with them. */
export async function writeStatuses(work: ChannelWork, entries: Entry[]): Promise<void> {
  const arrivals = open(work).flatMap((arrival) => {
    const { item } = arrival;
    return isMessageStatus(item) ? [{ arrival, item }] : [];
  });
  const echoes = entries.filter(({ direction }) => direction === "out").map(({ wamid }) => wamid);
  const waited = await findParked(work, echoes);
  if (arrivals.length === 0 && waited.length === 0) return;
  const { tx, tenantId, channel } = work;
  const reports = arrivals.map(({ arrival, item }) => reportOf(arrival, item));
  const parked = waited.map((report) => ({ ...report, callbackId: null }));
  const outcomes = await applyStatuses(tx, { tenantId, channelId: channel.channelId }, [...reports, ...parked]);
  arrivals.forEach(({ arrival }, at) => {
    if (outcomes[at] === "erased") settleErased(work, arrival);
    else if (outcomes[at] === "parked") settle(work, arrival, "parked", "No message with this id is known here.");
    else settle(work, arrival, "applied");
  });
  await releaseParked(
    work,
    waited.map(({ wamid, status, recipient }) => waitingHash(channel.channelId, "status", wamid, status, recipient)),
  );
}

function reportOf({ atMs }: Arrival, item: StatusItem): StatusReport {
  return {
    wamid: item.wamid,
    status: item.status,
    recipient: recipientOf(item),
    at: new Date(atMs),
    callbackId: readCallback(item.callbackData),
    pricing: item.pricing,
    errors: item.errors.length > 0 ? item.errors : null,
  };
}

async function findParked({ tx, tenantId, channel }: ChannelWork, wamids: string[]): Promise<Parked[]> {
  if (wamids.length === 0) return [];
  const { rows } = await tx.$client.query<Parked>({
    name: "parked_statuses",
    text: `
      select wamid, status, recipient, at, pricing, errors from message_statuses
      where tenant_id = $1 and channel_id = $2 and wamid = any($3::text[]) and message_id is null`,
    values: [tenantId, channel.channelId, wamids],
  });
  return rows;
}
