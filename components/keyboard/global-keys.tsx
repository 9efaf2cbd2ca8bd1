"use client";

import { lazy, Suspense, useEffect, useMemo, useRef } from "react";
import { useOwnAvailability } from "@/components/availability/use-own-availability";
import { useEditPreferences, usePreferences } from "@/components/preferences/use-preferences";
import { signOut } from "@/components/shell/sign-out";
import { useTheme } from "@/components/shell/use-theme";
import { Opening } from "@/components/ui/opening";
import { undoLast } from "@/components/ui/toasts/store";
import { bindingsOf } from "./bindings";
import { keepFocus } from "./keep-focus";
import { listenForKeys } from "./listen";
import { showSurface, useSurface } from "./surfaces";
import { useActions } from "./use-actions";
import { useGo } from "./use-go";

const CheatSheet = lazy(() => import("./cheat-sheet"));
const Palette = lazy(() => import("@/components/palette/palette"));

/** The one listener for keys, and the actions that every page of a workspace has. */
export function GlobalKeys() {
  const { keys, density } = usePreferences();
  const editPreferences = useEditPreferences();
  const { choose: be } = useOwnAvailability();
  const { choose: chooseTheme } = useTheme();
  const surface = useSurface();
  const go = useGo();
  useListener(keys);
  useEffect(keepFocus, []);
  useActions({
    goToInbox: () => go("inbox"),
    goToMine: () => go("inbox"),
    goToUnassigned: () => go("inbox?view=unassigned"),
    goToMentions: () => go("inbox?view=mentions"),
    goToSnoozed: () => go("inbox?view=snoozed"),
    goToResolved: () => go("inbox?view=resolved"),
    goToQueues: () => go("queues"),
    goToDay: () => go("today"),
    goToContacts: () => go("contacts"),
    goToSettings: () => go("settings"),
    goToProfile: () => go("settings/profile"),
    palette: () => showSurface("palette"),
    keys: () => showSurface("keys"),
    undo: undoLast,
    beOnline: () => be("online"),
    beBusy: () => be("busy"),
    takeABreak: () => be("break"),
    beOffline: () => be("offline"),
    themeSystem: () => chooseTheme("system"),
    themeLight: () => chooseTheme("light"),
    themeDark: () => chooseTheme("dark"),
    density: () => editPreferences.mutate({ density: density === "compact" ? "comfortable" : "compact" }),
    signOut,
  });
  return (
    <Suspense fallback={<Opening />}>
      {surface === "keys" && <CheatSheet />}
      {surface === "palette" && <Palette />}
    </Suspense>
  );
}

function useListener(chosen: Record<string, string | null>) {
  const bindings = useMemo(() => bindingsOf(chosen), [chosen]);
  const present = useRef(bindings);
  useEffect(() => {
    present.current = bindings;
  });
  useEffect(() => listenForKeys(() => present.current), []);
}
