"use client";

import { type RefObject, useRef, useState } from "react";

/**
 * Gives the focus back to where it was before something was laid over the page. Radix gives it to the trigger alone, and
 * what is opened by a key or from a menu has none.
 */
export function useOpener() {
  const opener = useRef<Element | null>(null);
  return {
    /** Belongs inside of what is laid over the page. */
    remember: <Remember opener={opener} />,
    onCloseAutoFocus: (event: Event) => {
      if (!(opener.current instanceof HTMLElement) || !opener.current.isConnected) return;
      event.preventDefault();
      opener.current.focus();
    },
  };
}

/** Looks before the first of its fields takes the focus. */
function Remember({ opener }: { opener: RefObject<Element | null> }) {
  useState(() => {
    opener.current = document.activeElement;
  });
  return null;
}
