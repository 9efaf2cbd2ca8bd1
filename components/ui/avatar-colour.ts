/** Soft backgrounds on which dark ink is readable in both themes. */
const colours = [
  "#e7c9c0",
  "#c9d8e7",
  "#d6e2c4",
  "#e9dcb9",
  "#d9cfe6",
  "#c8e0dc",
  "#e5d0da",
  "#d5d9e8",
  "#e6d6c3",
  "#cfdfcb",
] as const;

/** The same seed has the same colour, for everybody and for ever. */
export function avatarColour(seed: string): string {
  let hash = 2_166_136_261;
  for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return colours[(hash >>> 0) % colours.length] ?? colours[0];
}
