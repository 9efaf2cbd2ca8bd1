import type { MouseEvent } from "react";

let isAwake = false;

/** Said once the page's effects have run: from then on the router hears of changes of the address. */
export function wakeUp(): void {
  isAwake = true;
}

/**
 * A plain click moves inside the page; with a modifier the browser opens the link as it always does. So it does while the
 * page is waking up: an address that is changed before the router listens is put back by it.
 */
export function onPlainClick(run: () => void) {
  return (event: Pick<MouseEvent, "metaKey" | "ctrlKey" | "shiftKey" | "altKey" | "button" | "preventDefault">) => {
    if (!isAwake || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    run();
  };
}
