"use client";

import { useActions } from "@/components/keyboard/use-actions";
import { useGo } from "@/components/keyboard/use-go";
import type { WhyNot } from "@/components/keyboard/why-not";
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
  const go = useGo();
  const isThere = conversation !== undefined;
  const isOpen = isThere && conversation.state !== "resolved";
  const when = (condition: boolean, run: () => unknown, whyNot?: WhyNot) =>
    condition ? () => void run() : isThere ? whyNot : undefined;
  const whileOpen = (run: () => unknown) => when(isOpen, run, "isResolved");
  useActions({
    resolve: whileOpen(() => actions.resolve()),
    reopen: when(
      isThere && !isOpen && !conversation.isSpam,
      () => actions.reopen(),
      conversation?.isSpam ? "isSpam" : "isNotResolved",
    ),
    assign: whileOpen(() => menu.open("assign")),
    assignToMe: whileOpen(() => actions.claim()),
    transfer: whileOpen(() => menu.open("transfer")),
    snooze: whileOpen(() => menu.open("snooze")),
    snoozeUntilReply: whileOpen(() => setAside.snooze({ kind: "reply" })),
    wake: when(isThere && conversation.state === "snoozed", () => setAside.wake(), "isAwake"),
    remind: when(isThere, () => menu.open("reminder")),
    label: when(isThere, () => menu.open("label")),
    priorityUrgent: whileOpen(() => setAside.prioritise("urgent")),
    priorityHigh: whileOpen(() => setAside.prioritise("high")),
    priorityNormal: whileOpen(() => setAside.prioritise("normal")),
    priorityLow: whileOpen(() => setAside.prioritise("low")),
    spam: when(isThere && !conversation.isSpam, () => setAside.markSpam(true), "isSpam"),
    contactPage: when(isThere, () => go(`contacts/${conversation?.contact.id}`)),
    blockContact: isThere ? "onContactPage" : undefined,
    unblockContact: isThere ? "onContactPage" : undefined,
    mergeContact: isThere ? "onContactPage" : undefined,
    noSpam: when(isThere && conversation.isSpam, () => setAside.markSpam(false), "isNoSpam"),
  });
}
