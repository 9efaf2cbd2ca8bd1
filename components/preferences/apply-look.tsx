"use client";

import { useEffect } from "react";
import { useMe } from "@/components/shell/me";
import { applyTheme, keepForNextPage } from "@/components/shell/theme";
import { usePreferences } from "./use-preferences";

/** The look that the member chose, on every device: on this page, and from the next one's first paint on. */
export function ApplyLook() {
  const { density } = usePreferences();
  const theme = useMe().profile?.theme;
  useEffect(() => {
    document.documentElement.dataset.density = density;
    keepForNextPage("density", density);
  }, [density]);
  useEffect(() => {
    if (theme) applyTheme(theme);
  }, [theme]);
  return null;
}
