"use client";

import { useState } from "react";

export type PanelState = "auto" | "open" | "closed";

const WIDE = "(min-width: 1400px)";

/** The contact panel: beside the thread where there is room, else over it when asked for. */
export function usePanel() {
  const [state, setState] = useState<PanelState>("auto");
  const isShown = () => state === "open" || (state === "auto" && window.matchMedia(WIDE).matches);
  return {
    state,
    toggle: () => setState(isShown() ? "closed" : "open"),
    close: () => setState("closed"),
  };
}
