/** What a key press has to be: `j`, `Shift+A`, `Mod+k`, `?`. Mod is Ctrl, or Cmd on a Mac. */
export type KeyName = string;

export type Press = Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey"> & {
  getModifierState?: (key: string) => boolean;
};

const LATIN = /^[a-z]$/i;
const ASCII = /^[!-~]$/;

/** Where signs are on the layout that the keys were chosen on. */
const placeOfSign: Record<string, { code: string; shift: boolean }> = {
  "/": { code: "Slash", shift: false },
  "?": { code: "Slash", shift: true },
  "[": { code: "BracketLeft", shift: false },
  "]": { code: "BracketRight", shift: false },
  ".": { code: "Period", shift: false },
  ",": { code: "Comma", shift: false },
  ";": { code: "Semicolon", shift: false },
  "'": { code: "Quote", shift: false },
};

/** By what the key writes. */
export function matches(press: Press, name: KeyName): boolean {
  const { key, mod, shift, alt } = partsOf(name);
  // What AltGr writes is a sign like any other; the system reports it as Ctrl and Alt.
  const isAltGr = press.getModifierState?.("AltGraph") === true && ASCII.test(press.key);
  const hasMod = !isAltGr && (press.ctrlKey || press.metaKey);
  if (mod !== hasMod || alt !== (!isAltGr && press.altKey)) return false;
  if (LATIN.test(key)) return shift === press.shiftKey && letterOf(press) === key.toLowerCase();
  if (ASCII.test(key)) return press.key === key;
  return shift === press.shiftKey && press.key === key;
}

/** By where the key is: for signs that an AZERTY, Arabic or Hebrew keyboard has elsewhere or not at all. */
export function matchesByPlace(press: Press, name: KeyName): boolean {
  const { key, mod, alt } = partsOf(name);
  const place = placeOfSign[key];
  if (!place || LATIN.test(press.key) || mod !== (press.ctrlKey || press.metaKey) || alt !== press.altKey) return false;
  return press.code === place.code && press.shiftKey === place.shift;
}

/** A letter by what is on it, else by its place: on an Arabic, Hebrew or Cyrillic layout none of ours is on any. */
function letterOf({ key, code }: Press): string | undefined {
  return (LATIN.test(key) ? key : /^Key([A-Z])$/.exec(code)?.[1])?.toLowerCase();
}

function partsOf(name: KeyName) {
  const parts = name.split("+");
  const key = name.endsWith("+") ? "+" : (parts.at(-1) ?? "");
  return { key, mod: parts.includes("Mod"), shift: parts.includes("Shift"), alt: parts.includes("Alt") };
}

/** The name of what was pressed, to be kept; null for a modifier by itself. */
export function nameOf(press: Press): KeyName | null {
  if (["Shift", "Control", "Alt", "Meta", "AltGraph", "Dead", "Process", "CapsLock"].includes(press.key)) return null;
  const letter = letterOf(press);
  const sign = letter ?? (ASCII.test(press.key) ? press.key : null);
  const isSign = letter === undefined && sign !== null;
  const isAltGr = isSign && press.getModifierState?.("AltGraph") === true;
  const parts = [
    ...(!isAltGr && (press.ctrlKey || press.metaKey) ? ["Mod"] : []),
    ...(!isAltGr && press.altKey ? ["Alt"] : []),
    // A sign says by itself whether Shift was held.
    ...(press.shiftKey && !isSign ? ["Shift"] : []),
  ];
  const key = press.key === " " ? "Space" : (sign ?? press.key);
  return [...parts, parts.includes("Shift") ? upper(key) : key].join("+");
}

function upper(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key;
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
