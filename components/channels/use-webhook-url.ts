"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Where Meta posts to, at the address under which the console is open; the path alone until the browser is asked. */
export function useWebhookUrl(path: string): string {
  return useSyncExternalStore(
    never,
    () => new URL(path, window.location.origin).href,
    () => path,
  );
}
