import { InvalidError } from "@/lib/errors";

const LEAST_CHARACTERS = 10;
export const MOST_CHARACTERS = 200;

/** Long enough to pass, and tried first by everybody who guesses. */
const worn =
  /^(?:(?:my|new)?pass(?:word|wort|phrase)|qwert[yz]?(?:uiop)?|azerty(?:uiop)?|letmein|iloveyou|welcome|admin(?:istrator)?|football|baseball|superman|princess|sunshine|whatsapp|parley|changeme|secret)[\d\W_]*$/i;

/**
 * Length, and not among the first guesses; no rule about kinds of characters, which only makes passwords worse.
 * @throws {InvalidError} naming the field `password`
 */
export function checkNewPassword(password: string, about: { email: string; name?: string }, field = "password"): void {
  const rule = weaknessOf(password, about);
  if (!rule) return;
  const message = words[rule];
  throw new InvalidError(message, { code: "weak_password", fields: [{ path: field, message }], details: { rule } });
}

const words = {
  password_too_short: `The password needs at least ${LEAST_CHARACTERS} characters.`,
  password_too_long: `The password can have at most ${MOST_CHARACTERS} characters.`,
  password_guessable: "This password is too easy to guess. Several unrelated words are a good one.",
};

function weaknessOf(password: string, { email, name }: { email: string; name?: string }): keyof typeof words | null {
  const characters = Array.from(password);
  if (characters.length < LEAST_CHARACTERS) return "password_too_short";
  if (characters.length > MOST_CHARACTERS) return "password_too_long";
  const plain = password.toLowerCase();
  const own = [email, email.split("@")[0], name].filter((word) => word !== undefined && Array.from(word).length >= 4);
  const isGuess =
    new Set(characters).size < 4 || isRun(password) || worn.test(password) || own.some((word) => isMostly(plain, word));
  return isGuess ? "password_guessable" : null;
}

/** A word of one's own with little more than decoration. */
function isMostly(plain: string, word = ""): boolean {
  const left = plain.replaceAll(word.toLowerCase(), "");
  return left.length < plain.length && left.length <= 5;
}

/** `1234567890`, `abcdefghij`: each character follows the one before. */
function isRun(password: string): boolean {
  const steps = Array.from(password).map((character, at, all) =>
    at === 0 ? 0 : (character.codePointAt(0) ?? 0) - (all[at - 1]?.codePointAt(0) ?? 0),
  );
  const odd = steps.slice(1).filter((step) => Math.abs(step) !== 1).length;
  return odd <= 2;
}
