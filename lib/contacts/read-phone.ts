import { parsePhoneNumberFromString, validatePhoneNumberLength } from "libphonenumber-js/min";

export type PhoneProblem = "empty" | "letters" | "country_missing" | "too_short" | "too_long" | "invalid";

export type PhoneReading =
  | { ok: true /** E.164 without the plus, as WhatsApp gives numbers. */; digits: string; shown: string }
  | { ok: false; problem: PhoneProblem };

/**
 * A number as people write it. Without a country code it is read as one of the country of `near`, a number such as our
 * own; a country code is never guessed otherwise.
 */
export function readPhone(text: string, near: string | null = null): PhoneReading {
  const trimmed = text.trim().replace(/^00/, "+");
  if (trimmed === "") return { ok: false, problem: "empty" };
  if (/[^\d\s()+./-]/.test(trimmed)) return { ok: false, problem: "letters" };
  const defaultCallingCode = near === null ? undefined : callingCodeOf(near);
  if (!trimmed.startsWith("+") && defaultCallingCode === undefined) return { ok: false, problem: "country_missing" };
  const reading = defaultCallingCode === undefined ? {} : { defaultCallingCode };
  const number = parsePhoneNumberFromString(trimmed, reading);
  if (number?.isValid()) {
    return { ok: true, digits: number.number.replace("+", ""), shown: number.formatInternational() };
  }
  return { ok: false, problem: problems[validatePhoneNumberLength(trimmed, reading) ?? ""] ?? "invalid" };
}

const problems: Record<string, PhoneProblem> = {
  TOO_SHORT: "too_short",
  TOO_LONG: "too_long",
  INVALID_COUNTRY: "country_missing",
};

/** Several countries may share one, such as +1. */
function callingCodeOf(number: string): string | undefined {
  return parsePhoneNumberFromString(number.startsWith("+") ? number : `+${number}`)?.countryCallingCode;
}
