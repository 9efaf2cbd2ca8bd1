"use client";

import { useEffect, useState } from "react";

const TYPING_MS = 180;

/** A value as it is once it has rested: not every letter is worth a question to the server. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
