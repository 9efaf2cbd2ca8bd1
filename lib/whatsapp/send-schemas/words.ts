import * as z from "zod";

/** Text that says something, up to `max` characters. `what` begins the sentence of an error: "The button's title". */
export function words(what: string, max: number) {
  return z
    .string(`${what} should be text.`)
    .max(max, `${what} can have at most ${max.toLocaleString("en")} characters.`)
    .refine((value) => value.trim() !== "", `${what} is empty.`);
}

export const webUrl = z
  .url({ protocol: /^https?$/, error: "The link should begin with https:// or http://." })
  .max(2_000, "The link can have at most 2,000 characters.");

export function isUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
