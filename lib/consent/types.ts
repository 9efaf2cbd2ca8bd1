/** Plain types of consent; components read them too. */

export const consentPurposes = ["service", "marketing", "ai", "analytics"] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const consentStates = ["granted", "withdrawn"] as const;
export type ConsentState = (typeof consentStates)[number];

/** Where somebody heard it who records it by hand. */
export const toldSources = ["in_person", "web_form", "on_paper", "phone_call", "email", "chat", "other"] as const;
export type ToldSource = (typeof toldSources)[number];

/** What proves an entry, as far as it is known; each source fills in what it has. */
export type ConsentEvidence = {
  /** In the words of who recorded it. */
  text: string | null;
  link: string | null;
  /** The customer's message that said so. */
  wamid: string | null;
  /** As the customer wrote it. */
  word: string | null;
  /** What Meta says of it. */
  detail: string | null;
};

/** What a word of a customer's does to marketing. */
export type WordKind = "stop" | "start";

/** The words of one language, and what is answered to them; an empty text answers nothing. */
export type ConsentWords = {
  language: string;
  stopWords: string[];
  startWords: string[];
  stopText: string;
  startText: string;
};

/** Languages that the settings offer. */
export const wordLanguages = ["en", "es", "pt", "fr", "de", "it", "nl", "ar"] as const;
