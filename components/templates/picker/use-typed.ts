"use client";

import { useEffect, useState } from "react";

/** What was typed, once the hand has come to rest. */
export function useTyped(text: string, restMs = 150): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), restMs);
    return () => clearTimeout(timer);
  }, [text, restMs]);
  return settled;
}
