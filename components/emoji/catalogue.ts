/** Every emoji of Unicode, in the reader's language where there are words in it. Loaded when somebody looks for one. */

export type Emoji = {
  unicode: string;
  label: string;
  tags: string[];
  /** In the five skin tones, the lightest first; empty where it has none. */
  tones: string[];
};

export type EmojiGroup = { name: EmojiGroupName; emoji: Emoji[] };

/** Unicode's groups by its numbers; what only changes another emoji (2) stands nowhere. */
const names = ["faces", "people", null, "nature", "food", "places", "activities", "things", "signs", "flags"] as const;
export type EmojiGroupName = Exclude<(typeof names)[number], null>;

type Entry = { unicode: string; label: string; tags?: string[]; group?: number; skins?: { unicode: string }[] };

const loaders: Record<string, () => Promise<{ default: unknown }>> = {
  en: () => import("emojibase-data/en/compact.json"),
  es: () => import("emojibase-data/es/compact.json"),
  pt: () => import("emojibase-data/pt/compact.json"),
};

const loaded = new Map<string, Promise<EmojiGroup[]>>();

export function loadEmoji(locale: string): Promise<EmojiGroup[]> {
  const language = locale.slice(0, 2) in loaders ? locale.slice(0, 2) : "en";
  const present = loaded.get(language);
  if (present) return present;
  const groups = (loaders[language] ?? loaders.en)?.().then((file) => groupsOf(file.default as Entry[]));
  const loading = groups ?? Promise.resolve([]);
  loaded.set(language, loading);
  // A broken line is no answer for ever.
  loading.catch(() => loaded.delete(language));
  return loading;
}

function groupsOf(entries: Entry[]): EmojiGroup[] {
  const byGroup = Map.groupBy(entries, ({ group }) => (group === undefined ? null : (names[group] ?? null)));
  return names.flatMap((name) => (name ? [{ name, emoji: (byGroup.get(name) ?? []).map(emojiOf) }] : []));
}

const TONES = ["\u{1F3FB}", "\u{1F3FC}", "\u{1F3FD}", "\u{1F3FE}", "\u{1F3FF}"];

function emojiOf({ unicode, label, tags = [], skins = [] }: Entry): Emoji {
  // Of two people with a tone each, the pair that has the same one.
  const tones = TONES.flatMap(
    (tone) =>
      skins.find((skin) => TONES.every((other) => skin.unicode.includes(other) === (other === tone)))?.unicode ?? [],
  );
  return { unicode, label, tags, tones: tones.length === TONES.length ? tones : [] };
}
