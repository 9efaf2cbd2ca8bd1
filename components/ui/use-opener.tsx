"use client";

import { type RefObject, useRef, useState } from "react";
import { focusFirst, homesAround } from "./focus-home";

/** What had the focus, and the parts of the page around it. */
type Opener = { element: HTMLElement | null; around: HTMLElement[] };

/**
 * Gives the focus back to where it was before something was laid over the page. Radix gives it to the trigger alone, and
 * what is opened by a key or from a menu has none.
 */
export function useOpener({ orElseRadix = false } = {}) {
  const opener = useRef<Opener | null>(null);
  return {
    /** Belongs inside of what is laid over the page. */
    remember: <Remember opener={opener} />,
    onCloseAutoFocus: (event: Event) => {
      // What was done in it may have given the focus to something else already.
      if (!opener.current || (document.activeElement && document.activeElement !== document.body)) return;
      const { element, around } = opener.current;
      if (focusFirst(element ? [element] : []) || (!orElseRadix && focusFirst(around))) event.preventDefault();
    },
  };
}

/** Looks before the first of its fields takes the focus. */
function Remember({ opener }: { opener: RefObject<Opener | null> }) {
  useState(() => {
    const element = openerOf(document.activeElement);
    const page = document.querySelector("main");
    opener.current = { element, around: [...homesAround(element), ...(page ? [page] : [])] };
  });
  return null;
}

/** Of an entry of a menu, which closes behind it, the button of the menu. */
function openerOf(active: Element | null): HTMLElement | null {
  const trigger = active?.closest("[role=menu]")?.getAttribute("aria-labelledby");
  const element = trigger ? document.getElementById(trigger) : active;
  return element instanceof HTMLElement && element !== document.body ? element : null;
}
