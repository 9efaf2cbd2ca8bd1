import type { TemplateParts } from "./parts/parts";
import { slotsOf } from "./parts/slots";
import type { TemplateValues } from "./parts/values";

/** What is known of the customer and of the one who writes; null where it is not. */
export type PrefillFacts = {
  contactName: string | null;
  phone: string | null;
  agentName: string;
  workspaceName: string;
};

type Fact = (facts: PrefillFacts) => string | null;

const fullName: Fact = ({ contactName }) => contactName;
const firstName: Fact = ({ contactName }) => contactName?.trim().split(/\s+/)[0] ?? null;
const lastName: Fact = ({ contactName }) => contactName?.trim().split(/\s+/).slice(1).join(" ") || null;
const phone: Fact = ({ phone: digits }) => (digits === null ? null : `+${digits.replace(/^\+/, "")}`);
const agent: Fact = ({ agentName }) => firstName({ contactName: agentName } as PrefillFacts);
const workspace: Fact = ({ workspaceName }) => workspaceName;

/** Names that authors give to variables, without their underscores. */
const byName: [RegExp, Fact][] = [
  [/^(first|given)name$|^(nombre|nome|prenom|vorname)$/, firstName],
  [/^(last|family)name$|^(surname|apellidos?|sobrenome|nachname)$/, lastName],
  [/^(customer|contact|client|full|user|guest|recipient)?name$/, fullName],
  [/^(customer|contact|client)?(phone|phonenumber|mobile|telefono|telefone)$/, phone],
  [/^(agent|adviser|advisor|staff|sender)(name)?$/, agent],
  [/^(company|business|shop|store|brand|workspace)(name)?$/, workspace],
];

/** What stands before a numbered variable when it is somebody's name, in the languages that people write templates in. */
const greeting =
  /(?:^|[\s!¡.])(?:hi|hello|dear|hey|welcome|thanks|thank you|good (?:morning|afternoon|evening)|hola|estimad[oa]|gracias|buenos días|ol[áa]|oi|prezad[oa]|obrigad[oa]|bonjour|merci|hallo|guten tag|liebe[r]?|ciao|buongiorno|grazie|مرحبا|مرحبًا|أهلا|أهلاً|عزيزي|عزيزتي|شكرا|شكرًا)\s*(?:there\s*)?[,،!]?\s*[*_]*$/iu;

/** What can be filled in from what is known; the rest is left to the agent, since a wrong guess would go out unseen. */
export function prefill(parts: TemplateParts, category: string, facts: PrefillFacts): TemplateValues {
  const values: TemplateValues = {};
  for (const { key, kind, part, card, name } of slotsOf(parts, category)) {
    if (kind !== "text") continue;
    const text = textAround(parts, part, card);
    const value = factOf(name, text)?.(facts);
    if (value) values[key] = value;
  }
  return values;
}

function factOf(name: string, text: string): Fact | undefined {
  if (!/^\d+$/.test(name)) {
    const plain = name.toLowerCase().replaceAll("_", "");
    return byName.find(([pattern]) => pattern.test(plain))?.[1];
  }
  const before = text.slice(0, text.search(new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`)));
  return greeting.test(before) ? firstName : undefined;
}

function textAround({ header, body, cards }: TemplateParts, part: string, card: number | null): string {
  const place = card === null ? { header, body } : cards[card];
  if (part === "header") return place?.header?.format === "text" ? place.header.text : "";
  return place?.body ?? "";
}
