import type { KeyboardEvent } from "react";
import type { SendKey } from "@/components/keyboard/bindings";
import { matches } from "@/components/keyboard/match";
import { leaveField } from "@/components/ui/focus-home";
import { editBox, readBox } from "./editing/edit-box";
import { applyFormat, type Format, nextLine } from "./editing/format";

type Actions = {
  /** The other begins a line. */
  sendKey: SendKey;
  send: () => void;
  sendAndResolve: () => void;
  /** Takes one step back; false when there is nothing left to leave but the field. */
  leave: () => boolean;
};

const formats: [string, Format][] = [
  ["Mod+B", "bold"],
  ["Mod+I", "italic"],
  ["Mod+Shift+X", "strike"],
];

/** The keys of the field in which an answer is written. */
export function onComposeKey(event: KeyboardEvent<HTMLTextAreaElement>, actions: Actions): void {
  // While an input method composes, Enter chooses a word.
  if (event.nativeEvent.isComposing) return;
  const box = event.currentTarget;
  const isMod = event.ctrlKey || event.metaKey;
  const format = formats.find(([name]) => matches(event.nativeEvent, name));
  if (format) {
    event.preventDefault();
    editBox(box, applyFormat(readBox(box), format[1]));
  } else if (event.key === "Enter" && event.shiftKey && isMod) {
    event.preventDefault();
    actions.sendAndResolve();
  } else if (event.key === "Enter" && !event.altKey && (event.shiftKey || (!isMod && actions.sendKey !== "Enter"))) {
    // The list or quote goes on in the next line.
    event.preventDefault();
    editBox(box, nextLine(readBox(box)));
  } else if (event.key === "Enter" && !event.altKey) {
    event.preventDefault();
    actions.send();
  } else if (event.key === "Escape" && !actions.leave()) {
    leaveField(box);
  }
}
