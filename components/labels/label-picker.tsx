"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { clsx } from "clsx";
import { Check, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { useMay } from "@/components/shell/me";
import { ProblemState } from "@/components/shell/problem-state";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { OptionRow } from "@/components/ui/option-row";
import { Popover } from "@/components/ui/popover";
import { Skeleton } from "@/components/ui/skeleton";
import type { CreateLabel } from "@/lib/labels/schemas";
import { type Label, labelColours } from "@/lib/labels/types";
import { foldText } from "@/lib/text";
import { LabelDot } from "./label-chip";
import { labelsQuery } from "./queries";

type PickerProps = {
  trigger: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  chosenIds: readonly string[];
  onToggle: (label: Label, isOn: boolean) => void;
  align?: "start" | "end" | undefined;
};

/** Labels to put on and take off, found by typing; whoever may make them does so in passing. */
export default function LabelPicker({ trigger, open, onOpenChange, chosenIds, onToggle, align }: PickerProps) {
  const t = useTranslations("inbox.labels");
  return (
    <Popover
      open={open}
      onOpenChange={onOpenChange}
      trigger={trigger}
      label={t("title")}
      align={align}
      className="w-68"
    >
      <Choices chosenIds={chosenIds} onToggle={onToggle} />
    </Popover>
  );
}

type Choice = { kind: "label"; label: Label } | { kind: "new"; name: string };

function Choices({ chosenIds, onToggle }: Pick<PickerProps, "chosenIds" | "onToggle">) {
  const t = useTranslations("inbox.labels");
  const query = useQuery(labelsQuery);
  const mayManage = useMay("labels.manage");
  const listId = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const create = useCreateLabel((label) => onToggle(label, true));
  const labels = query.data ?? [];
  const sought = foldText(text.trim());
  const found = labels.filter(({ name }) => foldText(name).includes(sought));
  const isNew = sought !== "" && mayManage && !labels.some(({ name }) => foldText(name) === sought);
  const choices: Choice[] = [
    ...found.map((label) => ({ kind: "label" as const, label })),
    ...(isNew ? [{ kind: "new" as const, name: text.trim() }] : []),
  ];
  const activeIndex = Math.max(0, Math.min(active, choices.length - 1));
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    if (choice.kind === "label") onToggle(choice.label, !chosenIds.includes(choice.label.id));
    if (choice.kind === "new") create(choice.name, labels.length);
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setActive((activeIndex + 1) % Math.max(1, choices.length));
    else if (event.key === "ArrowUp") setActive((activeIndex + choices.length - 1) % Math.max(1, choices.length));
    else if (event.key === "Enter") choose(choices[activeIndex]);
    else return;
    event.preventDefault();
  };
  if (query.isError) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <input
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        maxLength={40}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={choices.length > 0 ? `${listId}-${activeIndex}` : undefined}
        aria-label={t("find")}
        placeholder={t("find")}
        className="w-full border-b bg-transparent px-3 py-2.5 outline-none placeholder:text-ink-3"
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t("title")}
        aria-multiselectable="true"
        className="max-h-72 overflow-y-auto p-1"
      >
        {query.isPending && <Skeleton className="mx-2 my-2 h-4" />}
        {choices.map((choice, at) => (
          <ChoiceRow
            key={choice.kind === "label" ? choice.label.id : "new"}
            id={`${listId}-${at}`}
            choice={choice}
            isActive={at === activeIndex}
            isChosen={choice.kind === "label" && chosenIds.includes(choice.label.id)}
            onChoose={() => choose(choice)}
          />
        ))}
        {query.isSuccess && choices.length === 0 && (
          <p className="px-2 py-3 text-center text-sm text-pretty text-ink-3">
            {labels.length === 0 ? t(mayManage ? "noneYet" : "noneYetOthers") : t("noneFound")}
          </p>
        )}
      </div>
    </>
  );
}

type RowProps = { id: string; choice: Choice; isActive: boolean; isChosen: boolean; onChoose: () => void };

function ChoiceRow({ id, choice, isActive, isChosen, onChoose }: RowProps) {
  const t = useTranslations("inbox.labels");
  return (
    <OptionRow
      id={id}
      isChosen={isChosen}
      onChoose={onChoose}
      className={clsx("min-h-8 hover:bg-hover", isActive && "bg-hover")}
    >
      {choice.kind === "label" ? (
        <>
          <LabelDot colour={choice.label.colour} />
          <bdi className="min-w-0 flex-1 truncate">{choice.label.name}</bdi>
          {isChosen && <Check className="size-4 shrink-0 text-accent" aria-hidden="true" />}
        </>
      ) : (
        <>
          <Plus className="size-4 text-ink-3" aria-hidden="true" />
          <span className="truncate">{t("create", { name: choice.name })}</span>
        </>
      )}
    </OptionRow>
  );
}

/** The next colour in turn, so that labels made in passing differ. */
function useCreateLabel(onCreated: (label: Label) => void) {
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const create = useMutation({
    mutationFn: ({ name, at }: { name: string; at: number }) => {
      const colour = labelColours[(at + 1) % labelColours.length] ?? "grey";
      return call<typeof CreateLabel>("POST /labels", { name, colour });
    },
    onSuccess: (label) => {
      void client.invalidateQueries({ queryKey: keys.labels });
      onCreated(label);
    },
    onError: onProblem,
  });
  return (name: string, at: number) => create.mutate({ name, at });
}
