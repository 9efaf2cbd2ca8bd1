import type { Emoji } from "./catalogue";

/** What a member likes to use, remembered by their browser. */
const RECENT = "parley.emoji.recent";
const TONE = "parley.emoji.tone";
const MOST_RECENT = 16;
/** For the first day, what answers to customers use most. */
const firstDay = ["👍", "🙏", "😊", "✅", "🎉", "❤️", "👋", "📦"];

export function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(RECENT) ?? "null");
    return Array.isArray(kept) ? kept.filter((each): each is string => typeof each === "string") : firstDay;
  } catch {
    return firstDay;
  }
}

export function noteUse(unicode: string): void {
  const recent = [unicode, ...readRecent().filter((each) => each !== unicode)].slice(0, MOST_RECENT);
  keep(RECENT, JSON.stringify(recent));
}

/** 0 is the yellow of no tone; 1 to 5 go from light to dark. */
export function readTone(): number {
  const kept = Number(localStorage.getItem(TONE));
  return Number.isInteger(kept) && kept >= 0 && kept <= 5 ? kept : 0;
}

export function keepTone(tone: number): void {
  keep(TONE, String(tone));
}

export function inTone({ unicode, tones }: Emoji, tone: number): string {
  return tone === 0 ? unicode : (tones[tone - 1] ?? unicode);
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // The browser gives no room: then nothing is remembered.
  }
}
