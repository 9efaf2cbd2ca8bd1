import type { KeyboardEvent } from "react";

/** Up and down among the search box and the rows; from the rows, letters go on being typed into the box. */
export function moveByArrows(event: KeyboardEvent, root: HTMLElement): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [...root.querySelectorAll<HTMLElement>("[data-first], [data-row]")];
  const at = stops.indexOf(event.target as HTMLElement);
  if (at === -1) return;
  if (step !== undefined) {
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus();
  } else if (at > 0 && event.key.length === 1 && event.key !== " ") {
    stops[0]?.focus();
  }
}
