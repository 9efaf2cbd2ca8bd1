"use client";

import { useState } from "react";

type MenuName = "assign" | "snooze" | "label" | "transfer" | "reminder";

/** Which of a conversation's menus is open: at most one, by the pointer or by its key. */
export function useOpenMenu() {
  const [opened, setOpened] = useState<MenuName | null>(null);
  return {
    opened,
    open: (name: MenuName) => setOpened(name),
    close: () => setOpened(null),
    of: (name: MenuName) => ({
      open: opened === name,
      onOpenChange: (open: boolean) => setOpened(open ? name : null),
    }),
  };
}

export type OpenMenu = ReturnType<typeof useOpenMenu>;
