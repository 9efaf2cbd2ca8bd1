import { foldWord, type NewConsent, wordBookOf } from "@/lib/consent";
import { SECOND } from "@/lib/time";
import type { MessageContent, PreferenceItem } from "@/lib/whatsapp/types";
import type { Entry } from "./entry";
import type { ContactOf } from "./resolve-contacts";
import { type Arrival, type ChannelWork, open, settle } from "./work";

/** What a customer said about marketing; by a word in a thread, or by WhatsApp's own switch. */
export type Heard = NewConsent & { said: { conversationId: string; language: string } | null };

/** No word of consent is longer: what is, costs no look at the workspace's words. */
const LONGEST_WORD = 60;

/** Finds STOP, START and WhatsApp's marketing preference in what came; most of the time nothing, and then no statement. */
export async function hearConsents(work: ChannelWork, contactOf: ContactOf, entries: Entry[]): Promise<Heard[]> {
  const preferences = open(work).flatMap((arrival) => {
    const contactId = contactOf(arrival);
    if (arrival.item.kind !== "preference" || contactId === null) return [];
    const heard = preferenceOf(arrival.item);
    if (!heard) return [];
    settle(work, arrival, "applied");
    const at = heard.state === "withdrawn" ? latestMoment(arrival) : new Date(arrival.atMs);
    return [{ ...heard, contactId, channelId: work.channel.channelId, at }];
  });
  return [...preferences, ...(await hearWords(work, entries))].sort(
    (one, other) => one.at.getTime() - other.at.getTime(),
  );
}

/** Meta's times are in whole seconds: a withdrawal counts from the end of its second, lest a consent of just before outlive it. */
function latestMoment({ atMs, arrivedAtMs }: Arrival): Date {
  return new Date(Math.max(atMs, Math.min(atMs + SECOND - 1, arrivedAtMs)));
}

function preferenceOf({ category, value, detail, signupId }: PreferenceItem) {
  const state = category === "marketing_messages" ? stateOfPreference[value ?? ""] : undefined;
  if (!state) return null;
  const evidence = { detail: [value, detail, signupId].filter(Boolean).join(" · ") };
  return { purpose: "marketing" as const, state, source: "meta_preference", evidence, once: true, said: null };
}

const stateOfPreference: Record<string, "withdrawn" | "granted" | undefined> = {
  stop: "withdrawn",
  resume: "granted",
  signup: "granted",
};

/** Only what customers themselves wrote: an agent, the phone app or another responder may write STOP as often as they like. */
async function hearWords(work: ChannelWork, entries: Entry[]): Promise<Heard[]> {
  const candidates = entries.flatMap((entry) => {
    const said = entry.author === "contact" ? candidatesIn(entry.content) : [];
    return said.length > 0 ? [{ entry, said }] : [];
  });
  if (candidates.length === 0) return [];
  const book = await wordBookOf(work.tx, work.tenantId);
  return candidates.flatMap(({ entry, said }) => {
    const [found] = said.flatMap(({ folded, text }) => {
      const meaning = book.find(folded);
      return meaning ? [{ ...meaning, text }] : [];
    });
    if (!found) return [];
    const heard = { ...heardWord(entry, found), channelId: work.channel.channelId };
    return [found.kind === "stop" ? { ...heard, at: latestMoment(entry.arrival) } : heard];
  });
}

type Found = { kind: "stop" | "start"; language: string; text: string };
type Said = { contactId: string; conversationId: string; wamid: string | null; atMs: number };

export function heardWord(message: Said, { kind, language, text }: Found): Heard {
  return {
    contactId: message.contactId,
    purpose: "marketing",
    state: kind === "stop" ? "withdrawn" : "granted",
    source: `${kind}_word`,
    evidence: { wamid: message.wamid, word: text.slice(0, 200) },
    at: new Date(message.atMs),
    once: true,
    restores: kind === "start",
    said: { conversationId: message.conversationId, language },
  };
}

/** What a message could say as a whole, folded: its text, or the title and the payload of the button that was tapped. */
export function candidatesIn(content: Record<string, unknown>): { folded: string; text: string }[] {
  return textsIn(content as MessageContent)
    .map((text) => ({ text, folded: foldWord(text) }))
    .filter(({ folded }) => folded !== "" && folded.length <= LONGEST_WORD);
}

function textsIn(content: MessageContent): string[] {
  if (content.type === "text") return [content.text.body];
  if (content.type === "button") return [content.button.text, content.button.payload ?? ""];
  if (content.type !== "interactive") return [];
  const { interactive } = content;
  if (interactive.type === "button_reply") return [interactive.button_reply.title, interactive.button_reply.id];
  if (interactive.type === "list_reply") return [interactive.list_reply.title, interactive.list_reply.id];
  return [];
}
