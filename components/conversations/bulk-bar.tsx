"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { AlarmClock, Check, ShieldAlert, Tag, UserRoundPlus, X, Zap } from "lucide-react";
import { useTimeZone, useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useState } from "react";
import { call } from "@/components/api";
import { departmentsQuery } from "@/components/departments/queries";
import LabelPicker from "@/components/labels/label-picker";
import MacroDialog from "@/components/macros/macro-dialog";
import { useRunMacro } from "@/components/macros/use-run-macro";
import { keys } from "@/components/queries/keys";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { IconButton } from "@/components/ui/icon-button";
import type { ActOnConversations } from "@/lib/conversations/schemas";
import type { Act, ConversationSummary } from "@/lib/conversations/types";
import { newId } from "@/lib/ids";
import AssignMenu from "./assign-menu";
import ClosingDialog from "./closing-dialog";
import { closingQuestionOf } from "./closing-question";
import SnoozeMenu from "./snooze-menu";
import { useActResult } from "./use-act-result";

type BarProps = { selected: ConversationSummary[]; onClear: () => void };
type Opened = "assign" | "label" | "snooze" | "closing" | "macro" | null;

/** Stands where the filter stands while conversations are selected: what can be done with all of them. */
export default function BulkBar({ selected, onClear }: BarProps) {
  const t = useTranslations("inbox.bulk");
  const [opened, setOpened] = useState<Opened>(null);
  const act = useAct(selected, onClear);
  const timeZone = useTimeZone();
  const runMacro = useRunMacro();
  const question = closingQuestionOf(selected, useQuery(departmentsQuery).data ?? []);
  const of = (name: Opened) => ({
    open: opened === name,
    onOpenChange: (open: boolean) => setOpened(open ? name : null),
  });
  const shared = selected[0]?.labels.filter(({ id }) =>
    selected.every(({ labels }) => labels.some((label) => label.id === id)),
  );
  return (
    <div
      role="toolbar"
      aria-label={t("label")}
      className="flex h-13 shrink-0 items-center gap-0.5 border-b bg-accent-soft px-2"
    >
      <IconButton label={t("clear")} onClick={onClear}>
        <X className="size-4" />
      </IconButton>
      <span role="status" className="me-auto px-1 font-semibold">
        {t("selected", { count: selected.length })}
      </span>
      <AssignMenu
        {...of("assign")}
        trigger={<BarButton label={t("assign")} icon={<UserRoundPlus className="size-4" />} />}
        conversation={{ assignee: null, department: null }}
        offersAll
        onAssign={(target) => void act({ kind: "assign", ...target })}
      />
      <LabelPicker
        {...of("label")}
        trigger={<BarButton label={t("labels")} icon={<Tag className="size-4" />} />}
        chosenIds={shared?.map(({ id }) => id) ?? []}
        onToggle={({ id }, isOn) => {
          setOpened(null);
          void act({ kind: "label", add: isOn ? [id] : [], remove: isOn ? [] : [id] });
        }}
      />
      <SnoozeMenu
        {...of("snooze")}
        trigger={<BarButton label={t("snooze")} icon={<AlarmClock className="size-4" />} />}
        windowClosesAt={null}
        onSnooze={(until) => void act({ kind: "snooze", until, timeZone })}
      />
      <BarButton
        label={t("resolve")}
        icon={<Check className="size-4" />}
        onClick={() => (question ? setOpened("closing") : void act({ kind: "resolve" }))}
      />
      <BarButton
        label={t("spam")}
        icon={<ShieldAlert className="size-4" />}
        onClick={() => void act({ kind: "spam", isSpam: true })}
      />
      <BarButton label={t("macro")} icon={<Zap className="size-4" />} onClick={() => setOpened("macro")} />
      {opened === "closing" && question && (
        <ClosingDialog
          question={question}
          onClose={() => setOpened(null)}
          onResolve={(closing) => void act({ kind: "resolve", ...closing })}
        />
      )}
      {opened === "macro" && (
        <MacroDialog
          count={selected.length}
          conversation={selected.length === 1 ? selected[0] : undefined}
          initialId={null}
          onClose={() => setOpened(null)}
          onRun={(macro) => {
            setOpened(null);
            onClear();
            void runMacro(
              macro,
              selected.map(({ id }) => id),
            );
          }}
        />
      )}
    </div>
  );
}

type BarButtonProps = Omit<ComponentProps<typeof IconButton>, "children"> & { icon: ReactNode };

/** What a menu opens from gets its own attributes from the menu. */
function BarButton({ label, icon, ...rest }: BarButtonProps) {
  return (
    <IconButton label={label} {...rest}>
      {icon}
    </IconButton>
  );
}

function useAct(selected: ConversationSummary[], onDone: () => void): (act: Act) => Promise<void> {
  const t = useTranslations("inbox.bulk.done");
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const tell = useActResult();
  return async (act) => {
    const undoId = newId();
    const conversationIds = selected.map(({ id }) => id);
    onDone();
    try {
      const input = { conversationIds, act, undoId };
      const { results } = await call<typeof ActOnConversations>("POST /conversations/acts", input);
      const count = results.filter(({ outcome }) => outcome === "done").length;
      tell(t(act.kind, { count }), results, undoId);
    } catch (error) {
      onProblem(error);
    }
    void client.invalidateQueries({ queryKey: keys.lists });
    void client.invalidateQueries({ queryKey: keys.counts });
  };
}
