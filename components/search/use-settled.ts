"use client";

import { useEffect, useState } from "react";

const RESTS_FOR_MS = 150;

/** What was typed, once the hand has come to rest: not every letter is worth a question to the server. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), RESTS_FOR_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
