import { type Amendable, amend } from "@/lib/inbound/rules/amend";
import { discardMedia } from "@/lib/media";
import { releaseParked, waitingHash } from "@/lib/messages";
import { inEnglish, type MessageContent, previewOf, type WebhookItem } from "@/lib/whatsapp/types";
import type { Entry } from "./entry";
import type { ContactOf } from "./resolve-contacts";
import { type Arrival, type ChannelWork, open, settle } from "./work";

type Change = { wamid: string; kind: "edit" | "revoke"; originalWamid: string; content: MessageContent | null };

type Row = {
  wamid: string;
  kind: "edit" | "revoke";
  edit: Record<string, unknown> | null;
  at: Date;
  message_id: string;
  conversation_id: string;
  contact_id: string;
  original_wamid: string;
  type: string;
  content: Record<string, unknown>;
  edited_at: Date | null;
  revoked_at: Date | null;
};

type Amended = Amendable & Pick<Row, "message_id" | "conversation_id" | "contact_id">;

/** Keeps edits and deletions, and applies those whose message is here, now or since before. */
export async function writeAmendments(work: ChannelWork, contactOf: ContactOf, entries: Entry[]): Promise<void> {
  const changes = open(work).flatMap((arrival) => {
    const change = changeIn(arrival.item);
    return change ? [{ arrival, change }] : [];
  });
  await insertAmendments(work, changes, contactOf);
  const originals = [...changes.map(({ change }) => change.originalWamid), ...entries.map(({ wamid }) => wamid)];
  if (originals.length === 0) return;
  const rows = await findApplicable(work, [...new Set(originals)]);
  const found = new Set(rows.map(({ original_wamid }) => original_wamid));
  for (const { arrival, change } of changes) {
    if (found.has(change.originalWamid)) settle(work, arrival, "applied");
    else settle(work, arrival, "parked", "The message it changes has not come yet.");
  }
  const here = new Set(changes.map(({ change }) => change.wamid));
  const waited = rows.filter(({ wamid }) => !here.has(wamid));
  await releaseParked(
    work,
    waited.map(({ wamid }) => waitingHash(work.channel.channelId, "amendment", wamid)),
  );
  await applyAmendments(work, rows);
}

function changeIn(item: WebhookItem): Change | null {
  if (item.kind === "edit") return { ...item, kind: "edit" };
  if (item.kind === "revoke") return { ...item, kind: "revoke", content: null };
  if (item.kind !== "echo") return null;
  const { wamid, echo } = item;
  if (echo.action === "edit") return { wamid, kind: "edit", originalWamid: echo.originalWamid, content: echo.content };
  return echo.action === "revoke" ? { wamid, kind: "revoke", originalWamid: echo.originalWamid, content: null } : null;
}

async function insertAmendments(
  { tx, tenantId, channel }: ChannelWork,
  changes: { arrival: Arrival; change: Change }[],
  contactOf: ContactOf,
): Promise<void> {
  if (changes.length === 0) return;
  await tx.$client.query({
    name: "insert_amendments",
    text: `
      insert into amendments (tenant_id, channel_id, wamid, kind, original_wamid, contact_id, content, at, arrived_at)
      select $1, $2, v.wamid, v.kind, v.original, v.contact_id, v.content::jsonb, v.at, v.arrived_at
      from unnest($3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::timestamptz[], $9::timestamptz[])
        as v (wamid, kind, original, contact_id, content, at, arrived_at)
      on conflict (tenant_id, channel_id, wamid) do nothing`,
    values: [
      tenantId,
      channel.channelId,
      changes.map(({ change }) => change.wamid),
      changes.map(({ change }) => change.kind),
      changes.map(({ change }) => change.originalWamid),
      changes.map(({ arrival }) => contactOf(arrival)),
      changes.map(({ change }) => change.content && JSON.stringify(change.content)),
      changes.map(({ arrival }) => new Date(arrival.atMs).toISOString()),
      changes.map(({ arrival }) => new Date(arrival.arrivedAtMs).toISOString()),
    ],
  });
}

/** Every amendment of these messages, old ones too: what counts is decided among all of them. */
async function findApplicable({ tx, tenantId, channel }: ChannelWork, originals: string[]): Promise<Row[]> {
  const { rows } = await tx.$client.query<Row>({
    name: "find_amendments",
    text: `
      select a.wamid, a.kind, a.content as edit, a.at, a.original_wamid, m.id as message_id, m.conversation_id,
        m.contact_id, m.type, m.content, m.edited_at, m.revoked_at
      from amendments a
      join messages m on m.tenant_id = $1 and m.channel_id = $2 and m.wamid = a.original_wamid
      where a.tenant_id = $1 and a.channel_id = $2 and a.original_wamid = any($3::text[])`,
    values: [tenantId, channel.channelId, originals],
  });
  return rows;
}

async function applyAmendments(work: ChannelWork, rows: Row[]): Promise<void> {
  const amended = [...Map.groupBy(rows, ({ message_id }) => message_id).values()].flatMap(amendedBy);
  if (amended.length === 0) return;
  const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  await work.tx.$client.query({
    name: "amend_messages",
    text: `
      update messages m set type = v.type, content = v.content::jsonb, preview = v.preview, edited_at = v.edited_at,
        revoked_at = v.revoked_at
      from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[])
        as v (id, type, content, preview, edited_at, revoked_at)
      where m.tenant_id = $1 and m.id = v.id`,
    values: [
      work.tenantId,
      amended.map(({ message_id }) => message_id),
      amended.map(({ type }) => type),
      amended.map(({ content }) => JSON.stringify(content)),
      amended.map((message) => previewOfAmended(message)),
      amended.map(({ editedAtMs }) => instant(editedAtMs)),
      amended.map(({ revokedAtMs }) => instant(revokedAtMs)),
    ],
  });
  const revoked = amended.filter(({ revokedAtMs }) => revokedAtMs !== null).map(({ message_id }) => message_id);
  await discardMedia(work.tx, work.tenantId, revoked);
  for (const message of amended) announce(work, message);
}

/** Empty when the message is already what its amendments make of it. */
function amendedBy(rows: Row[]): Amended[] {
  const [first] = rows;
  if (!first) return [];
  const before: Amendable = {
    type: first.type,
    content: first.content,
    editedAtMs: first.edited_at?.getTime() ?? null,
    revokedAtMs: first.revoked_at?.getTime() ?? null,
  };
  const amendments = rows.map(({ wamid, kind, edit, at }) => ({ wamid, kind, content: edit, atMs: at.getTime() }));
  const after = amend(before, amendments);
  const isSame =
    after.editedAtMs === before.editedAtMs &&
    after.revokedAtMs === before.revokedAtMs &&
    JSON.stringify(after.content) === JSON.stringify(before.content);
  const { message_id, conversation_id, contact_id } = first;
  return isSame ? [] : [{ ...after, message_id, conversation_id, contact_id }];
}

function previewOfAmended({ content, revokedAtMs }: Amendable): string {
  return revokedAtMs === null ? previewOf(content as MessageContent) : inEnglish({ kind: "deleted" });
}

function announce(work: ChannelWork, message: Amended): void {
  work.events.push({
    type: message.revokedAtMs === null ? "message.edited" : "message.revoked",
    conversationId: message.conversation_id,
    contactId: message.contact_id,
    messageId: message.message_id,
    channelId: work.channel.channelId,
  });
}
