import { type Language, languageOf, languages } from "@/lib/languages";
import ar from "@/messages/ar/mail.json";
import en from "@/messages/en/mail.json";
import es from "@/messages/es/mail.json";
import pt from "@/messages/pt/mail.json";

type Words = typeof en;

const words: Record<Language, Words> = { en, es, pt, ar };

/** A mail in its reader's language; what stands in braces is filled from `values`. */
export function mailWords(
  locale: string,
  mail: keyof Words,
  values: Record<string, string>,
): { subject: string; text: string } {
  const { subject, text } = words[languageOf(locale) ?? languages[0]][mail];
  const filled = (template: string) => template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
  return { subject: filled(subject), text: `${filled(text)}\n` };
}
