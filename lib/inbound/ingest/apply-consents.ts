import { type AppendedConsent, appendConsents, dueForConfirmation, noteConfirmed, wordBookOf } from "@/lib/consent";
import { sendNotice } from "@/lib/messages";
import { candidatesIn, type Heard, heardWord } from "./heed-consent";
import type { Seal } from "./insert-items";
import type { ChannelWork } from "./work";

/** Writes what customers said into the ledger, and tells those who said it in a thread what now holds, once. */
export async function applyConsents(work: ChannelWork, heard: Heard[], seal: Seal): Promise<void> {
  if (heard.length === 0) return;
  const written = await appendConsents(work.tx, work.actor, heard);
  const later = await findLaterStarts(work, written);
  const restored = later.length > 0 ? await appendConsents(work.tx, work.actor, later) : [];
  const changed = new Set(restored.map(({ contactId }) => contactId));
  await confirm(
    work,
    written.filter(({ isPresent, contactId }) => isPresent && !changed.has(contactId)),
    heard,
    seal,
  );
}

type Row = { contactId: string; conversationId: string; wamid: string | null; at: Date; content: object };

/**
 * START means something only after a withdrawal, so one that came in before an older withdrawal was passed over: it is
 * found in the thread, and the ledger ends the same in whatever order they come.
 */
async function findLaterStarts(work: ChannelWork, written: AppendedConsent[]): Promise<Heard[]> {
  const withdrawn = written.filter(({ state }) => state === "withdrawn");
  if (withdrawn.length === 0) return [];
  const { rows } = await work.tx.$client.query<Row>(
    `select m.contact_id as "contactId", m.conversation_id as "conversationId", m.wamid, m.at, m.content
     from (select v.contact_id, min(v.at) as at from unnest($2::uuid[], $3::timestamptz[]) as v (contact_id, at)
       group by v.contact_id) as since
     join messages m on m.tenant_id = $1 and m.contact_id = since.contact_id
     where m.at > since.at and m.author = 'contact' and m.type in ('text', 'button', 'interactive')`,
    [work.tenantId, withdrawn.map(({ contactId }) => contactId), withdrawn.map(({ at }) => at.toISOString())],
  );
  if (rows.length === 0) return [];
  const book = await wordBookOf(work.tx, work.tenantId);
  return rows.flatMap(({ at, content, ...said }) => {
    for (const { folded, text } of candidatesIn(content as Record<string, unknown>)) {
      const meaning = book.find(folded);
      if (meaning?.kind === "start") return [heardWord({ ...said, atMs: at.getTime() }, { ...meaning, text })];
    }
    return [];
  });
}

async function confirm(work: ChannelWork, present: AppendedConsent[], heard: Heard[], seal: Seal): Promise<void> {
  const told = present.flatMap(({ contactId, state, source, at, language }) => {
    const same = heard.findLast(
      (each) => each.contactId === contactId && each.source === source && each.at.getTime() === at.getTime(),
    );
    return same?.said ? [{ contactId, state, contactLanguage: language, said: same.said }] : [];
  });
  if (told.length === 0) return;
  const place = { tenantId: work.tenantId, channelId: work.channel.channelId };
  const due = await dueForConfirmation(work.tx, place, told);
  const book = await wordBookOf(work.tx, work.tenantId);
  const confirmed: typeof told = [];
  for (const each of told.filter(({ contactId }) => due.has(contactId))) {
    const text = book.textFor(each.state, { contact: each.contactLanguage, word: each.said.language });
    const origin = { kind: "consent_confirmation", state: each.state } as const;
    const notice = { conversationId: each.said.conversationId, text, origin, seal };
    if (text !== "" && (await sendNotice(work.tx, work.actor, notice)) === null) confirmed.push(each);
  }
  if (confirmed.length > 0) await noteConfirmed(work.tx, place, confirmed);
}
