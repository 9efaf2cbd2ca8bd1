const letters: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  ς: "σ",
  ة: "ه",
  ى: "ي",
  ی: "ي",
  ک: "ك",
};

/** Accents, points, tatweel, and what has no width. */
const marks = [
  "\\u00ad\\u0300-\\u036f\\u0483-\\u0487",
  "\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7",
  "\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed",
  "\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufe00-\\ufe0f\\ufeff",
];
const MARKS = new RegExp(`[${marks.join("")}]`, "gu");
const LETTERS = new RegExp(`[${Object.keys(letters).join("")}]`, "gu");
const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/** As a person types it: without case, accents, width and points. The database's `search_fold` does the same. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(LETTERS, (letter) => letters[letter] ?? letter)
    .replace(EASTERN_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .normalize("NFC");
}

/** The words of a text, folded. */
export function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[\p{P}\p{S}\p{Z}\p{C}]+/u)
    .filter(Boolean);
}
