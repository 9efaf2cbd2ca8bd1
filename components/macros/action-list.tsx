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

/** What a macro does, in the order in which it does it. */
export function ActionList({ actions }: { actions: readonly MacroAction[] }) {
  const wordsOf = useActionWords();
  return (
    <ol className="flex flex-col gap-1.5">
      {actions.map((action) => {
        const Icon = icons[action.kind];
        return (
          <li key={action.kind} className="flex items-baseline gap-2">
            <Icon className="size-3.5 shrink-0 translate-y-0.5 text-ink-3" aria-hidden="true" />
            <span dir="auto" className="min-w-0 [overflow-wrap:anywhere] whitespace-pre-wrap">
              {wordsOf(action)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
