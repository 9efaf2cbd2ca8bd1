import type { Language } from "@/lib/languages";

const ownNames: Record<Language, string> = { en: "English", es: "Español", pt: "Português", ar: "العربية" };

/** Languages of the console, each by its own name. */
export const languages = Object.entries(ownNames).map(([tag, name]) => ({ tag, name }));
