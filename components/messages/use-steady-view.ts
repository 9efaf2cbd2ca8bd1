"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

const AT_REST_AFTER_MS = 120;

type Held = { element: Element; top: number };

/**
 * Keeps what is read where it is when something is added below it. The browser's own scroll anchoring is off in this
 * scroller: in one that runs upwards it holds on to the top, and loads page after page.
 */
export function useSteadyView(scroller: RefObject<HTMLElement | null>, newestId: string | null): void {
  const held = useRef<Held | null>(null);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      held.current = null;
      clearTimeout(timer);
      timer = setTimeout(() => {
        held.current = element.scrollTop < 0 ? middleOf(element) : null;
      }, AT_REST_AFTER_MS);
    };
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener("scroll", look);
    };
  }, [scroller]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: It is the newest message that moves what is above it.
  useLayoutEffect(() => {
    const { element, top } = held.current ?? {};
    if (!scroller.current || !element?.isConnected || top === undefined) return;
    const movedBy = element.getBoundingClientRect().top - top;
    if (movedBy !== 0) scroller.current.scrollTop += movedBy;
  }, [scroller, newestId]);
}

function middleOf(scroller: HTMLElement): Held | null {
  const { top, height } = scroller.getBoundingClientRect();
  const message = [...scroller.querySelectorAll("article")].find(
    (each) => each.getBoundingClientRect().bottom > top + height / 2,
  );
  return message ? { element: message, top: message.getBoundingClientRect().top } : null;
}
