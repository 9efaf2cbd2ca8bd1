"use client";

import { useState } from "react";
import { call } from "@/components/api";
import type { EditMe } from "@/lib/auth/schemas";
import { useMe } from "./me";
import { applyTheme, type Theme } from "./theme";
import { useProblemToast } from "./use-problem-toast";

/** The look that the member chose, and how to choose another. */
export function useTheme() {
  const me = useMe();
  const onProblem = useProblemToast();
  const [theme, setTheme] = useState<Theme>(me.profile?.theme ?? "system");
  const choose = (next: Theme) => {
    setTheme(next);
    applyTheme(next);
    call<typeof EditMe>("PATCH /me", { theme: next }).catch(onProblem);
  };
  return { theme, choose };
}
