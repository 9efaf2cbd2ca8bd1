import { type Binding, findPressed } from "./bindings";
import { takeEarlyKeys } from "./early";
import { isPressable, isWriting, type KeyName, matches } from "./match";
import { extraActions, handlerOf } from "./registry";

const SEQUENCE_WITHIN_MS = 1_200;

/** Listens for keys outside of text fields, open menus and dialogs. One in a page. */
export function listenForKeys(bindings: () => readonly Binding[]): () => void {
  let started: { keys: KeyName; at: number } | null = null;
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.isComposing || isCovered()) return;
    if (isWriting(event.target) && !isPages(event)) return;
    if (event.key === "Enter" && isPressable(event.target)) return;
    const begun = started && event.timeStamp - started.at < SEQUENCE_WITHIN_MS ? started.keys : null;
    started = null;
    const own = extraActions().flatMap(({ id, keys }) => (keys === null ? [] : [{ id, keys }]));
    const found = findPressed(event, [...bindings(), ...own], begun);
    if (found === null) return;
    if ("begins" in found) {
      started = { keys: found.begins, at: event.timeStamp };
      return;
    }
    const run = handlerOf(found.id);
    if (!run) return;
    event.preventDefault();
    run();
  };
  document.addEventListener("keydown", listen);
  const early = takeEarlyKeys();
  // Not before all that listens and moves about on this page is ready.
  const catchUp = setTimeout(() => early.forEach(listen));
  return () => {
    clearTimeout(catchUp);
    document.removeEventListener("keydown", listen);
  };
}

/**
 * In a field only what goes with Ctrl or Cmd is the page's; the field takes its own words back. Where text is written, Alt
 * and an arrow lead on as well: in a list to choose from they open it.
 */
function isPages(event: KeyboardEvent): boolean {
  if ((event.ctrlKey || event.metaKey) && !matches(event, "Mod+z")) return true;
  const isStep = matches(event, "Alt+ArrowDown") || matches(event, "Alt+ArrowUp");
  return isStep && event.target instanceof HTMLTextAreaElement;
}

function isCovered(): boolean {
  return document.querySelector("[role=dialog], [role=alertdialog], [role=menu], [data-opening]") !== null;
}
