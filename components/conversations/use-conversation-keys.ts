"use client";

import { useActions } from "@/components/keyboard/use-actions";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { ConversationActions } from "./use-conversation-actions";
import type { OpenMenu } from "./use-open-menu";
import type { SetAside } from "./use-set-aside";

type Tools = {
  conversation: ConversationSummary | undefined;
  actions: ConversationActions;
  setAside: SetAside;
  menu: OpenMenu;
};

/** What keys and the palette do with the conversation that is open. */
export function useConversationKeys({ conversation, actions, setAside, menu }: Tools): void {
  const isThere = conversation !== undefined;
  const isOpen = isThere && conversation.state !== "resolved";
  const when = (condition: boolean, run: () => unknown) => (condition ? () => void run() : undefined);
  useActions({
    resolve: when(isOpen, () => actions.resolve()),
    reopen: when(isThere && !isOpen && !conversation.isSpam, () => actions.reopen()),
    assign: when(isOpen, () => menu.open("assign")),
    assignToMe: when(isOpen, () => actions.claim()),
    transfer: when(isOpen, () => menu.open("transfer")),
    snooze: when(isOpen, () => menu.open("snooze")),
    wake: when(isThere && conversation.state === "snoozed", () => setAside.wake()),
    remind: when(isThere, () => menu.open("reminder")),
    label: when(isThere, () => menu.open("label")),
    priorityUrgent: when(isOpen, () => setAside.prioritise("urgent")),
    priorityHigh: when(isOpen, () => setAside.prioritise("high")),
    priorityNormal: when(isOpen, () => setAside.prioritise("normal")),
    priorityLow: when(isOpen, () => setAside.prioritise("low")),
    spam: when(isThere && !conversation.isSpam, () => setAside.markSpam(true)),
    noSpam: when(isThere && conversation.isSpam, () => setAside.markSpam(false)),
  });
}
