import { focusFirst, homesAround } from "@/components/ui/focus-home";

/**
 * Whoever had the focus and is gone, a row that left its list or a field that closed, leaves it to the part of the page
 * around it; else it would fall to the page itself, and a reader of screens would begin at its top. What lies over the
 * page gives it back by itself. One in a page.
 */
export function keepFocus(): () => void {
  let holder: Element | null = null;
  let around: HTMLElement[] = [];
  const remember = ({ target }: FocusEvent) => {
    holder = target instanceof Element ? target : null;
    around = homesAround(holder);
  };
  const forget = ({ relatedTarget }: FocusEvent) => {
    // A browser may say so of what it is about to take away, too.
    if (relatedTarget !== null) return;
    queueMicrotask(() => {
      if (isThere(holder) && isNowhere()) holder = null;
    });
  };
  const look = () => {
    if (holder === null || isThere(holder)) return;
    const isLost = isNowhere() || document.activeElement === holder;
    holder = null;
    // What is about to open takes it, and gives it back to its own button.
    if (isLost && !document.querySelector("[data-opening]")) focusFirst(around);
  };
  document.addEventListener("focusin", remember);
  document.addEventListener("focusout", forget);
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  return () => {
    document.removeEventListener("focusin", remember);
    document.removeEventListener("focusout", forget);
    observer.disconnect();
  };
}

function isThere(holder: Element | null): boolean {
  return holder?.isConnected === true && !holder.matches(":disabled");
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
