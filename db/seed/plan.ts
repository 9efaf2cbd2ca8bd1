import { DAY, HOUR, MINUTE } from "@/lib/time";
import type { Dialogue } from "./dialogues/turn";
import { type Community, communities } from "./people";
import type { Random } from "./random";

export type PlannedContact = { name: string; phone: string; country: string; language: string; community: Community };

export type PlannedConversation = {
  contact: PlannedContact;
  dialogue: Dialogue;
  state: "queued" | "open" | "resolved";
  department: string | null;
  /** The last line's age in milliseconds; earlier lines come before it. */
  lastAgoMs: number;
  order: string;
};

/** Weights of the three languages: English most of all. */
const mix = [0, 0, 0, 1, 1, 2];

export function planContacts(count: number, random: Random): PlannedContact[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, () => {
    const community = communities[random.pick(mix)] ?? communities[0];
    if (!community) throw new Error("The seed has no people.");
    const { prefix, digits, country, language } = community;
    let phone = "";
    do {
      phone = prefix + String(random.between(0, 10 ** digits - 1)).padStart(digits, "0");
    } while (taken.has(phone));
    taken.add(phone);
    const name = `${random.pick(community.firstNames)} ${random.pick(community.lastNames)}`;
    return { name, phone, country, language, community };
  });
}

/** The living ones first, each of another contact; the resolved spread over three months. */
export function planConversations(
  contacts: PlannedContact[],
  counts: { queued: number; open: number; resolved: number },
  departments: string[],
  random: Random,
): PlannedConversation[] {
  const living = counts.queued + counts.open;
  const make = (at: number): PlannedConversation => {
    const state = at < counts.queued ? "queued" : at < living ? "open" : "resolved";
    const contact = state === "resolved" ? random.pick(contacts) : contactAt(contacts, at);
    const whole = random.pick(contact.community.dialogues);
    return {
      contact,
      dialogue: state === "resolved" ? whole : opening(whole, state, random),
      state,
      department: random.chance(0.9) ? random.pick(departments) : null,
      lastAgoMs: lastAgoMs(state, at, random),
      order: String(random.between(41_000, 58_999)),
    };
  };
  return Array.from({ length: living + counts.resolved }, (_, at) => make(at));
}

function contactAt(contacts: PlannedContact[], at: number): PlannedContact {
  const contact = contacts[at];
  if (!contact) throw new Error("Each living conversation needs a contact of its own.");
  return contact;
}

/** A conversation that nobody has answered ends with the customer; an open one ends anywhere. */
function opening(whole: Dialogue, state: "queued" | "open", random: Random): Dialogue {
  const firstAnswer = whole.findIndex(({ from }, at) => from === "agent" && at > 0);
  if (state === "queued") return firstAnswer === -1 ? whole : whole.slice(0, firstAnswer);
  return whole.slice(0, random.between(Math.min(2, whole.length), whole.length));
}

function lastAgoMs(state: PlannedConversation["state"], at: number, random: Random): number {
  if (state === "queued") return random.between(2, 95) * MINUTE;
  if (state === "open") return at % 7 === 0 ? random.between(26, 60) * HOUR : random.between(3, 900) * MINUTE;
  return random.between(1, 89) * DAY + random.between(0, 11) * HOUR;
}
