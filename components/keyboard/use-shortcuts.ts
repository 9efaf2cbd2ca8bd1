"use client";

import { useEffect, useRef } from "react";
import { isPressable, isWriting, type KeyName, matches } from "./match";

/** Keys to actions; `G I` is one key after the other. */
export type Shortcuts = Record<KeyName, (() => void) | undefined>;

const SEQUENCE_WITHIN_MS = 1_200;

/** Listens for keys outside of text fields, open menus and dialogs. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const present = useRef(shortcuts);
  useEffect(() => {
    present.current = shortcuts;
  });
  useEffect(() => {
    let started: { key: string; at: number } | null = null;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || isWriting(event.target) || isCovered()) return;
      if (event.key === "Enter" && isPressable(event.target)) return;
      const begun = started && event.timeStamp - started.at < SEQUENCE_WITHIN_MS ? started.key : null;
      started = null;
      for (const [name, run] of Object.entries(present.current)) {
        const [first = "", second] = name.split(" ");
        if (second === undefined ? matches(event, first) : begun === first && matches(event, second)) {
          if (!run) return;
          event.preventDefault();
          run();
          return;
        }
        if (second !== undefined && matches(event, first)) started = { key: first, at: event.timeStamp };
      }
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function isCovered(): boolean {
  return document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null;
}
