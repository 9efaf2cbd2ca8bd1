/** What nobody sees: zero-width characters, direction marks, variation selectors, soft hyphens. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** Marks that are no letters of their own: accents, Arabic and Hebrew vowels, kashida. Those of Indic scripts, Thai or Japanese are. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
const EDGES = /^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu;
const GAPS = /[\s\p{Pd}_]+/gu;

/** A word of consent hidden in a long text is none, and folding is to cost nothing there. */
const LONGEST = 1_000;

/**
 * A message as it is compared with the words of consent: without case, width, accents, what is invisible, and the
 * punctuation, emoji and WhatsApp formatting around it. Empty when nothing is left.
 */
export function foldWord(text: string): string {
  if (text.length > LONGEST) return "";
  const letters = text.normalize("NFKD").replace(INVISIBLE, "").toUpperCase().toLowerCase();
  return letters.normalize("NFD").replace(MARKS, "").normalize("NFC").replace(EDGES, "").replace(GAPS, " ");
}
