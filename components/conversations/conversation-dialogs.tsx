"use client";

import { lazy, Suspense } from "react";
import type { MacroKeys } from "@/components/macros/use-macro-keys";
import { useRunMacro } from "@/components/macros/use-run-macro";
import { Opening } from "@/components/ui/opening";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { ClosingQuestion, ConversationActions } from "./use-conversation-actions";
import type { OpenMenu } from "./use-open-menu";
import type { SetAside } from "./use-set-aside";

const TransferDialog = lazy(() => import("./transfer-dialog"));
const ReminderDialog = lazy(() => import("@/components/reminders/reminder-dialog"));
const MacroDialog = lazy(() => import("@/components/macros/macro-dialog"));
const ClosingDialog = lazy(() => import("./closing-dialog"));

type DialogsProps = {
  conversation: ConversationSummary;
  actions: ConversationActions;
  setAside: SetAside;
  menu: OpenMenu;
  question: ClosingQuestion | null;
  onQuestion: (question: ClosingQuestion | null) => void;
  macros: MacroKeys;
};

/** What is asked before something is done with a conversation; loaded when it is asked. */
export function ConversationDialogs(props: DialogsProps) {
  const { conversation, actions, setAside, menu, question, onQuestion, macros } = props;
  const runMacro = useRunMacro();
  return (
    <Suspense fallback={<Opening />}>
      {menu.opened === "transfer" && (
        <TransferDialog
          conversation={conversation}
          onClose={menu.close}
          onTransfer={(target, note) => {
            menu.close();
            void setAside.transfer(target, note);
          }}
        />
      )}
      {menu.opened === "reminder" && <ReminderDialog conversationId={conversation.id} onClose={menu.close} />}
      {macros.opened && (
        <MacroDialog
          count={1}
          conversation={conversation}
          initialId={macros.opened.macroId}
          onClose={macros.close}
          onRun={(macro) => {
            macros.close();
            void runMacro(macro, [conversation.id]);
          }}
        />
      )}
      {question && (
        <ClosingDialog
          question={question}
          onClose={() => onQuestion(null)}
          onResolve={(closing) => {
            onQuestion(null);
            actions.resolve(closing);
          }}
        />
      )}
    </Suspense>
  );
}
