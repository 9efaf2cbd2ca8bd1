"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useActions, useExtraActions } from "@/components/keyboard/use-actions";
import { macrosQuery } from "./queries";

/** `M` and a macro's key open it for a look before it runs; `M M` opens all of them. */
export function useMacroKeys(isPossible: boolean) {
  const macros = useQuery({ ...macrosQuery, enabled: isPossible }).data ?? [];
  const [opened, setOpened] = useState<{ macroId: string | null } | null>(null);
  const open = () => setOpened({ macroId: null });
  useActions({ macros: isPossible ? open : undefined });
  useExtraActions(
    (isPossible ? macros : []).map(({ id, name, key }) => ({
      id,
      label: name,
      keys: key && `m ${key}`,
      run: () => setOpened({ macroId: id }),
    })),
  );
  return { opened, open, close: () => setOpened(null) };
}

export type MacroKeys = ReturnType<typeof useMacroKeys>;
