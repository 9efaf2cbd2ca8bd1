"use client";

import {
  AlarmClock,
  CircleCheck,
  Flag,
  type LucideIcon,
  MessageSquare,
  ShieldAlert,
  StickyNote,
  Tag,
  UserRound,
} from "lucide-react";
import type { MacroAction } from "@/lib/macros/types";
import { fillVariables, type VariableValues } from "@/lib/quick-replies/types";
import { useActionWords } from "./use-action-words";

const icons: Record<MacroAction["kind"], LucideIcon> = {
  reply: MessageSquare,
  note: StickyNote,
  label: Tag,
  prioritise: Flag,
  assign: UserRound,
  snooze: AlarmClock,
  resolve: CircleCheck,
  spam: ShieldAlert,
};

type ListProps = {
  actions: readonly MacroAction[];
  /** What variables stand for, where it is known for whom. */
  values?: VariableValues | undefined;
};

/** What a macro does, in the order in which it does it; an answer as the customer will get it. */
export function ActionList({ actions, values = {} }: ListProps) {
  const wordsOf = useActionWords();
  return (
    <ol className="flex flex-col gap-1.5">
      {actions.map((action) => {
        const Icon = icons[action.kind];
        return (
          <li key={action.kind} className="flex items-baseline gap-2">
            <Icon className="size-3.5 shrink-0 translate-y-0.5 text-ink-3" aria-hidden="true" />
            <span dir="auto" className="min-w-0 [overflow-wrap:anywhere] whitespace-pre-wrap">
              {wordsOf(action.kind === "reply" ? { ...action, text: fillVariables(action.text, values) } : action)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
