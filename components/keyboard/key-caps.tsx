"use client";

import { useSyncExternalStore } from "react";
import { Kbd } from "@/components/ui/kbd";
import { keycapsOf, spokenKeys } from "./keycaps";
import type { KeyName } from "./match";

const never = () => () => undefined;

function useIsMac(): boolean {
  return useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
}

/** Keys as they look, and as they are said. */
export function KeyCaps({ keys }: { keys: KeyName }) {
  const isMac = useIsMac();
  return (
    <span dir="ltr" className="inline-flex gap-1">
      {keycapsOf(keys, isMac).map((cap, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: The same key may be pressed twice, and the list never changes its order.
        <Kbd key={place}>{cap}</Kbd>
      ))}
      <span className="sr-only">{spokenKeys(keys, isMac)}</span>
    </span>
  );
}
