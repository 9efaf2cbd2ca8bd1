/** What a key press has to be: `j`, `Shift+A`, `Mod+k`, `?`. Mod is Ctrl, or Cmd on a Mac. */
export type KeyName = string;

type Press = Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

const LATIN = /^[a-z]$/i;

/**
 * By the key's letter, else by its place: on an Arabic, Hebrew or Cyrillic layout the letter is none of ours, and the
 * place of J is where J is.
 */
export function matches(press: Press, name: KeyName): boolean {
  const parts = name.split("+");
  const key = parts.at(-1) ?? "";
  const wantsMod = parts.includes("Mod");
  if (wantsMod !== (press.ctrlKey || press.metaKey) || press.altKey) return false;
  if (!LATIN.test(key)) return press.key === key;
  if (parts.includes("Shift") !== press.shiftKey) return false;
  const letter = LATIN.test(press.key) ? press.key : /^Key([A-Z])$/.exec(press.code)?.[1];
  return letter?.toLowerCase() === key.toLowerCase();
}

/** What Enter presses by itself. */
export function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("a, button, summary, [role=button]") !== null;
}

/** Where letters are text, or where the page's keys mean something else. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"))
  );
}
