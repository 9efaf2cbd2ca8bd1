"use client";

import { useEffect, useState } from "react";

/** Whether the member has the page before their eyes. */
export function useIsLookedAt(): boolean {
  const [isLookedAt, setLookedAt] = useState(false);
  useEffect(() => {
    const look = () => setLookedAt(document.visibilityState === "visible" && document.hasFocus());
    look();
    for (const event of ["focus", "blur"]) window.addEventListener(event, look);
    document.addEventListener("visibilitychange", look);
    return () => {
      for (const event of ["focus", "blur"]) window.removeEventListener(event, look);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return isLookedAt;
}
