"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { useMe } from "@/components/shell/me";
import { isCheatSheetOpen, openCheatSheet, subscribeToCheatSheet } from "./cheat-sheet-store";
import { useShortcuts } from "./use-shortcuts";

const CheatSheet = lazy(() => import("./cheat-sheet"));

/** The keys that work on every page of a workspace. */
export function GlobalKeys() {
  const router = useRouter();
  const { slug } = useMe().workspace;
  const isOpen = useSyncExternalStore(subscribeToCheatSheet, isCheatSheetOpen, () => false);
  useShortcuts({
    "?": openCheatSheet,
    "g i": () => router.push(`/${slug}/inbox`),
    "g s": () => router.push(`/${slug}/settings`),
  });
  return isOpen ? (
    <Suspense>
      <CheatSheet />
    </Suspense>
  ) : null;
}
