import type { Selected } from "./format";

export function readBox({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Selected {
  return { text: value, start: selectionStart, end: selectionEnd };
}

/**
 * Brings a text field to a text and selection as if it had been typed: one change, which the browser's own undo takes
 * back.
 */
export function editBox(box: HTMLTextAreaElement, next: Selected): void {
  box.focus();
  const { from, oldEnd, piece } = difference(box.value, next.text);
  if (from !== oldEnd || piece !== "") {
    box.setSelectionRange(from, oldEnd);
    // The one way to a change that can be undone; where it is gone, the change is made all the same.
    const isDone = document.execCommand(piece === "" ? "delete" : "insertText", false, piece);
    if (!isDone) {
      box.setRangeText(piece, from, oldEnd, "end");
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  box.setSelectionRange(next.start, next.end);
}

/** Puts a piece where the caret is, in place of what is selected. */
export function insertInBox(box: HTMLTextAreaElement, piece: string): void {
  const { text, start, end } = readBox(box);
  const caret = start + piece.length;
  editBox(box, { text: text.slice(0, start) + piece + text.slice(end), start: caret, end: caret });
}

function difference(before: string, after: string) {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - from;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { from, oldEnd: before.length - tail, piece: after.slice(from, after.length - tail) };
}
