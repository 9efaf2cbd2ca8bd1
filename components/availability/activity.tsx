"use client";

import { useEffect, useRef } from "react";
import { call } from "@/components/api";
import type { MarkActive } from "@/lib/availability/schemas";
import { beganByItself } from "@/lib/availability/types";
import { useOwnAvailability } from "./use-own-availability";

const SAY_EVERY_MS = 45_000;
const SAY_AGAIN_WHILE_AWAY_MS = 3_000;
const LAST_SAID = "parley.active";

/** Says now and then that somebody is here, once for all tabs; at once when they come back from being away. */
export function Activity() {
  const { state, reason } = useOwnAvailability();
  const isAway = useRef(false);
  useEffect(() => {
    isAway.current = beganByItself({ state, reason });
  });
  useEffect(() => {
    const note = () => {
      if (document.visibilityState !== "visible") return;
      const waitMs = isAway.current ? SAY_AGAIN_WHILE_AWAY_MS : SAY_EVERY_MS;
      if (Date.now() - Number(localStorage.getItem(LAST_SAID) ?? 0) < waitMs) return;
      localStorage.setItem(LAST_SAID, String(Date.now()));
      // What does not get through is said again with the next thing they do.
      call<typeof MarkActive>("POST /me/activity", {}).catch(() => localStorage.removeItem(LAST_SAID));
    };
    const signs = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;
    for (const sign of signs) window.addEventListener(sign, note, { passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, note);
    };
  }, []);
  return null;
}
