import type { Language } from "@/lib/languages";

const units = [
  "Parley",
  "{count} min",
  "{count} h",
  "{count} d",
  "{hours} h {minutes}",
  "{minutes} min",
  ...["B", "kB", "MB", "GB"].map((unit) => `{value, number} ${unit}`),
];

/** Names, units and words that a language writes as English does. */
export const sameAsInEnglish: Record<Exclude<Language, "en">, string[]> = {
  es: [...units, "Audio", "Macros", "Marketing", "marketing", "No", "Normal", "normal", "Spam", "Sticker", "Video"],
  pt: [
    ...units,
    "E-mail",
    "Latitude",
    "Links",
    "Longitude",
    "Macros",
    "Maria",
    "Maria Silva",
    "Marketing",
    "Marketing (lite)",
    "marketing",
    "Normal",
    "normal",
    "Offline",
    "offline",
    "Online",
    "online",
    "Spam",
  ],
  ar: ["Parley"],
};
