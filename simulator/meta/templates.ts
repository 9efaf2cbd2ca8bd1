export type TemplateButton = { type: string; text: string; url?: string; phone_number?: string; example?: string[] };
type Example = { example?: object };
type HeaderPart = {
  type: "HEADER";
  format: "TEXT" | "IMAGE" | "VIDEO" | "DOCUMENT" | "LOCATION";
  text?: string;
} & Example;
type BodyPart = { type: "BODY"; text: string } & Example;
type ButtonsPart = { type: "BUTTONS"; buttons: TemplateButton[] };
/** What a card of a carousel is made of. */
export type CardPart = HeaderPart | BodyPart | ButtonsPart;
export type TemplateComponent =
  | CardPart
  | { type: "FOOTER"; text: string }
  | { type: "LIMITED_TIME_OFFER"; limited_time_offer: { text: string; has_expiration: boolean } }
  | { type: "CAROUSEL"; cards: { components: CardPart[] }[] };

export type Template = {
  id: string;
  name: string;
  language: string;
  status: string;
  category: "UTILITY" | "MARKETING" | "AUTHENTICATION";
  parameter_format: "POSITIONAL" | "NAMED";
  components: TemplateComponent[];
  quality_score: { score: string; date: number };
  rejected_reason: string;
};

/** What has to be said of a template; the rest has usual values. */
export type TemplateDraft = Pick<Template, "name" | "components"> & Partial<Template>;

export type FindTemplate = (name: unknown, language: unknown) => Template | undefined;

const firstId = 1_192_339_204_654_487n;

/** Ids are Meta's: large numbers as text. */
export function makeTemplate(draft: TemplateDraft, place: number): Template {
  return {
    id: String(firstId + BigInt(place)),
    language: "en_US",
    status: "APPROVED",
    category: "UTILITY",
    parameter_format: "POSITIONAL",
    quality_score: { score: "UNKNOWN", date: 1_750_000_000 },
    rejected_reason: "NONE",
    ...draft,
  };
}

export function findIn(templates: readonly Template[]): FindTemplate {
  return (name, language) => templates.find((template) => template.name === name && template.language === language);
}

/** Names of the variables of a text, in order, each once. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? ""))];
}
