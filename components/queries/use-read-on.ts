"use client";

import { useCallback, useEffect, useRef } from "react";
import { readOn } from "./read-on";

/** The same function in every drawing, for effects. */
export function useReadOn(query: Parameters<typeof readOn>[0]): () => void {
  const present = useRef(query);
  useEffect(() => {
    present.current = query;
  });
  return useCallback(() => void readOn(present.current), []);
}
