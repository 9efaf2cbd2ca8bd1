/** What a template is made of, read from Meta's components. */
export type HeaderMedia = "image" | "video" | "document";

export type TemplateHeader =
  | { format: "text"; text: string }
  | { format: HeaderMedia }
  | { format: "location" }
  /** Of a kind that cannot be filled in here, such as a product. */
  | { format: "other"; kind: string };

export type TemplateButtonKind = "quick_reply" | "url" | "phone" | "copy_code" | "flow" | "other";

export type TemplateButton = {
  kind: TemplateButtonKind;
  /** Meta's word for the kind. */
  type: string;
  text: string;
  url: string | null;
  phone: string | null;
};

/** A card of a carousel; cards have no footer. */
export type TemplateCard = { header: TemplateHeader | null; body: string; buttons: TemplateButton[] };

export type TemplateParts = TemplateCard & {
  footer: string | null;
  cards: TemplateCard[];
  /** Of an offer that ends, what stands above its end; whether an end has to be given. */
  offer: { text: string; hasEnd: boolean } | null;
  /** Components that need a value which cannot be given here: sending one takes the API. */
  unfillable: string[];
};
