/** Languages of the console and of its mails, the first for everybody whose own is not among them. */
export const languages = ["en", "es", "pt", "ar"] as const;
export type Language = (typeof languages)[number];

/** Nothing behind the region: extensions such as digits and calendars are for us to choose. */
const REGIONAL = /^[a-z]{2}(-[a-z]{4})?-([a-z]{2}|\d{3})$/i;

/** The console's language for a tag such as `pt-BR`; null where there is none. */
export function languageOf(tag: string): Language | null {
  const primary = tag.split("-")[0]?.toLowerCase();
  return languages.find((each) => each === primary) ?? null;
}

/**
 * The tag to write words, dates and numbers by: what was chosen, else what the browser asks for, by its weights. The
 * region decides how dates and numbers are written: `en-GB` is English with 3 May.
 */
export function chooseLocale(chosen: string | undefined, accepted: string | null): string {
  const tags = [...(chosen ? [chosen] : []), ...byWeight(accepted ?? "")];
  const language = tags.map(languageOf).find((each) => each !== null) ?? languages[0];
  const regional = tags.find((tag) => languageOf(tag) === language && REGIONAL.test(tag));
  return regional ?? language;
}

export function directionOf(locale: string): "ltr" | "rtl" {
  return languageOf(locale) === "ar" ? "rtl" : "ltr";
}

/** `es;q=0.8, pt` is `pt` before `es`; what has no weight left is not wanted at all. */
function byWeight(accepted: string): string[] {
  return accepted
    .slice(0, 1_000)
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.split(";").map((part) => part.trim());
      const weight = parameters.find((parameter) => parameter.startsWith("q="));
      return { tag, weight: weight ? Number(weight.slice(2)) : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
