import type { KeyName } from "./match";

const signs: Record<string, string> = {
  Shift: "⇧",
  Alt: "⌥",
  Enter: "↵",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  Backspace: "⌫",
  Delete: "⌦",
};

/** How keys are written on them: `g i` is G and I, `Mod+k` is ⌘ and K on a Mac. */
export function keycapsOf(keys: KeyName, isMac: boolean): string[] {
  return keys.split(" ").flatMap((press) => {
    const parts = press === "+" ? ["+"] : press.split("+");
    return parts.map((part) => {
      if (part === "Mod") return isMac ? "⌘" : "Ctrl";
      return signs[part] ?? (part.length === 1 ? part.toUpperCase() : part);
    });
  });
}

/** How keys are called in `aria-keyshortcuts`-like lists and for readers of screens. */
export function spokenKeys(keys: KeyName, isMac: boolean): string {
  return keys.replaceAll("Mod", isMac ? "Command" : "Control").replaceAll("+", " ");
}
