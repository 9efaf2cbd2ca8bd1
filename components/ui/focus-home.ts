/** Parts of a page that the focus can fall back on; they are named, so that a reader of screens says where it is. */
const homes = ["main", ...["section", "aside", "nav", "article"].map((tag) => `${tag}[aria-label]`)].join(", ");

/** The parts around an element, the nearest first. */
export function homesAround(element: Element | null): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let at = element?.parentElement?.closest<HTMLElement>(homes); at; at = at.parentElement?.closest(homes)) {
    found.push(at);
  }
  return found;
}

/** Gives the focus to the first that is still there to be seen. */
export function focusFirst(elements: readonly HTMLElement[]): boolean {
  const home = elements.find((element) => element.isConnected && element.checkVisibility());
  if (!home) return false;
  // What takes no focus by itself does so once it has a place in the order, or one outside of it.
  if (home.tabIndex < 0) home.tabIndex = -1;
  home.focus({ preventScroll: true });
  return true;
}

/** Out of a field, so that keys are actions again: to the part of the page that it stands in. */
export function leaveField(field: HTMLElement): void {
  if (!focusFirst(homesAround(field))) field.blur();
}
