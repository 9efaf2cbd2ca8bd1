import { foldText } from "@/lib/text";
import type { TemplateParts } from "./parts/parts";
import { slotsOf } from "./parts/slots";
import type { TemplateValues } from "./parts/values";

/** What is known of the customer and of the one who writes; null where it is not. */
export type PrefillFacts = {
  contactName: string | null;
  phone: string | null;
  agentName: string;
  workspaceName: string;
  /** What the workspace itself knows of the contact. */
  fields: readonly { name: string; value: string }[];
};

/** What can be told from a variable's name or from the words before it. */
const factFrom = {
  fullName: ({ contactName }) => contactName,
  firstName: ({ contactName }) => firstWord(contactName),
  lastName: ({ contactName }) => contactName?.trim().split(/\s+/).slice(1).join(" ") || null,
  phone: ({ phone: digits }) => (digits === null ? null : `+${digits.replace(/^\+/, "")}`),
  agent: ({ agentName }) => firstWord(agentName),
  workspace: ({ workspaceName }) => workspaceName,
} satisfies Record<string, (facts: PrefillFacts) => string | null>;

export type PrefillFact = keyof typeof factFrom;

/** Names that authors give to variables, without their underscores. */
const byName: [RegExp, PrefillFact][] = [
  [/^(first|given)name$|^(nombre|nome|prenom|vorname)$/, "firstName"],
  [/^(last|family)name$|^(surname|apellidos?|sobrenome|nachname)$/, "lastName"],
  [/^(customer|contact|client|full|user|guest|recipient)?name$/, "fullName"],
  [/^(customer|contact|client)?(phone|phonenumber|mobile|telefono|telefone)$/, "phone"],
  [/^(agent|adviser|advisor|staff|sender)(name)?$/, "agent"],
  [/^(company|business|shop|store|brand|workspace)(name)?$/, "workspace"],
];

/** What stands before a numbered variable when it is somebody's name, in the languages that people write templates in. */
const greeting =
  /(?:^|[\s!¡.])(?:hi|hello|dear|hey|welcome|thanks|thank you|good (?:morning|afternoon|evening)|hola|estimad[oa]|gracias|buenos días|ol[áa]|oi|prezad[oa]|obrigad[oa]|bonjour|merci|hallo|guten tag|liebe[r]?|ciao|buongiorno|grazie|مرحبا|مرحبًا|أهلا|أهلاً|عزيزي|عزيزتي|شكرا|شكرًا)\s*(?:there\s*)?[,،!]?\s*[*_]*$/iu;

/** What can be filled in from what is known; the rest is left to the agent, since a wrong guess would go out unseen. */
export function prefill(parts: TemplateParts, category: string, facts: PrefillFacts): TemplateValues {
  const values: TemplateValues = {};
  for (const { key, kind, part, card, name } of slotsOf(parts, category)) {
    if (kind !== "text") continue;
    const fact = factOf(name, textAround(parts, part, card));
    const value = (fact && factFrom[fact](facts)) ?? fieldNamed(name, facts);
    if (value) values[key] = value;
  }
  return values;
}

/** Which fact each variable asks for, by its key, where that can be told. */
export function factsAskedFor(parts: TemplateParts, category: string): [string, PrefillFact][] {
  return slotsOf(parts, category).flatMap(({ key, kind, part, card, name }) => {
    const fact = kind === "text" ? factOf(name, textAround(parts, part, card)) : undefined;
    return fact ? [[key, fact]] : [];
  });
}

function firstWord(name: string | null): string | null {
  return name?.trim().split(/\s+/)[0] ?? null;
}

function factOf(name: string, text: string): PrefillFact | undefined {
  if (!/^\d+$/.test(name)) {
    const plain = name.toLowerCase().replaceAll("_", "");
    return byName.find(([pattern]) => pattern.test(plain))?.[1];
  }
  const before = text.slice(0, text.search(new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`)));
  return greeting.test(before) ? "firstName" : undefined;
}

/** A variable of the same name as a field, however it is spaced: `order_number` and Order number. */
function fieldNamed(name: string, { fields }: PrefillFacts): string | undefined {
  const plain = (text: string) => foldText(text).replace(/[^\p{L}\p{N}]/gu, "");
  return /^\d+$/.test(name) ? undefined : fields.find((field) => plain(field.name) === plain(name))?.value;
}

function textAround({ header, body, cards }: TemplateParts, part: string, card: number | null): string {
  const place = card === null ? { header, body } : cards[card];
  if (part === "header") return place?.header?.format === "text" ? place.header.text : "";
  return place?.body ?? "";
}
