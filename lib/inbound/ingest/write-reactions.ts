import { releaseParked, waitingHash } from "@/lib/messages";
import type { WebhookItem } from "@/lib/whatsapp/types";
import type { Entry } from "./entry";
import { knownMessages } from "./known-messages";
import type { ContactOf } from "./resolve-contacts";
import { type Arrival, type ChannelWork, open, settle } from "./work";

type Reaction = {
  arrival: Arrival;
  wamid: string;
  targetWamid: string;
  author: "contact" | "us";
  contactId: string;
  /** Empty when it was taken back. */
  emoji: string;
};

/** Each side has one reaction to a message, the newest by time; the message itself may come later. */
export async function writeReactions(work: ChannelWork, contactOf: ContactOf, entries: Entry[]): Promise<void> {
  await releaseWaiting(
    work,
    entries.map(({ wamid }) => wamid),
  );
  const reactions = open(work).flatMap((arrival) => {
    const contactId = contactOf(arrival);
    const reaction = reactionIn(arrival.item);
    return reaction && contactId !== null ? [{ ...reaction, arrival, contactId }] : [];
  });
  if (reactions.length === 0) return;
  await upsert(work, newestOfEach(reactions));
  const targets = await knownMessages(work, [...new Set(reactions.map(({ targetWamid }) => targetWamid))]);
  for (const { arrival, targetWamid, contactId } of reactions) {
    const target = targets.get(targetWamid);
    if (target) settle(work, arrival, "applied");
    else settle(work, arrival, "parked", "The message it is about has not come yet.");
    if (!target) continue;
    const { id: messageId, conversationId } = target;
    const channelId = work.channel.channelId;
    work.events.push({ type: "message.reacted", conversationId, contactId, messageId, channelId });
  }
}

function reactionIn(item: WebhookItem): Pick<Reaction, "wamid" | "targetWamid" | "author" | "emoji"> | null {
  if (item.kind === "reaction") {
    return { wamid: item.wamid, targetWamid: item.targetWamid, author: "contact", emoji: item.emoji ?? "" };
  }
  if (item.kind !== "echo" || item.echo.action !== "reaction") return null;
  return { wamid: item.wamid, targetWamid: item.echo.targetWamid, author: "us", emoji: item.echo.emoji ?? "" };
}

/** Those of a batch are in the order of time; of two at the same time the greater id counts, as in the statement. */
function newestOfEach(reactions: Reaction[]): Reaction[] {
  const newest = new Map<string, Reaction>();
  for (const reaction of reactions) {
    const key = `${reaction.targetWamid}\n${reaction.author}\n${reaction.contactId}`;
    const before = newest.get(key);
    const isOlder = before && before.arrival.atMs === reaction.arrival.atMs && before.wamid > reaction.wamid;
    if (!isOlder) newest.set(key, reaction);
  }
  return [...newest.values()];
}

async function upsert({ tx, tenantId, channel }: ChannelWork, reactions: Reaction[]): Promise<void> {
  await tx.$client.query({
    name: "upsert_reactions",
    text: `
      insert into reactions as r (tenant_id, channel_id, target_wamid, author, contact_id, emoji, wamid, at)
      select $1, $2, v.* from unnest($3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::timestamptz[]) as v
      on conflict (tenant_id, channel_id, target_wamid, author, contact_id)
      do update set emoji = excluded.emoji, wamid = excluded.wamid, at = excluded.at
      where (excluded.at, excluded.wamid) > (r.at, coalesce(r.wamid, ''))`,
    values: [
      tenantId,
      channel.channelId,
      reactions.map(({ targetWamid }) => targetWamid),
      reactions.map(({ author }) => author),
      reactions.map(({ contactId }) => contactId),
      reactions.map(({ emoji }) => emoji),
      reactions.map(({ wamid }) => wamid),
      reactions.map(({ arrival }) => new Date(arrival.atMs).toISOString()),
    ],
  });
}

async function releaseWaiting(work: ChannelWork, wamids: string[]): Promise<void> {
  if (wamids.length === 0) return;
  const { channelId } = work.channel;
  const { rows } = await work.tx.$client.query<{ wamid: string }>({
    name: "waiting_reactions",
    text: `
      select wamid from reactions
      where tenant_id = $1 and channel_id = $2 and target_wamid = any($3::text[]) and wamid is not null`,
    values: [work.tenantId, channelId, wamids],
  });
  await releaseParked(
    work,
    rows.map(({ wamid }) => waitingHash(channelId, "reaction", wamid)),
  );
}
