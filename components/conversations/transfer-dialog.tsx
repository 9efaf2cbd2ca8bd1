"use client";

import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { departmentsQuery } from "@/components/departments/queries";
import { membersQuery } from "@/components/members/queries";
import { FormDialog } from "@/components/settings/form-dialog";
import { presenceDot } from "@/components/shell/presence";
import { Avatar } from "@/components/ui/avatar";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OptionRow } from "@/components/ui/option-row";
import { Textarea } from "@/components/ui/textarea";
import type { ConversationSummary } from "@/lib/conversations/types";
import { type Choice, transferChoices } from "./transfer-targets";
import type { TransferTarget } from "./use-set-aside";

type DialogProps = {
  conversation: ConversationSummary;
  onTransfer: (target: TransferTarget, note: string) => void;
  onClose: () => void;
};

/** Hands a conversation over with a word: to whom, and what they should know. */
export default function TransferDialog({ conversation, onTransfer, onClose }: DialogProps) {
  const t = useTranslations("inbox.transfer");
  const members = useQuery(membersQuery).data ?? [];
  const departments = useQuery(departmentsQuery).data ?? [];
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [active, setActive] = useState(0);
  const [note, setNote] = useState("");
  const listId = useId();
  const from = { memberId: conversation.assignee?.id ?? null, departmentId: conversation.department?.id ?? null };
  const choices = transferChoices(members, departments, from, text);
  const activeIndex = Math.max(0, Math.min(active, choices.length - 1));
  const submit = () => {
    if (!chosen) return;
    const { memberId, departmentId, name } = { memberId: undefined, departmentId: undefined, ...chosen };
    onTransfer({ ...(memberId ? { memberId } : {}), ...(departmentId ? { departmentId } : {}), name }, note.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setActive((activeIndex + 1) % Math.max(1, choices.length));
    else if (event.key === "ArrowUp") setActive((activeIndex + choices.length - 1) % Math.max(1, choices.length));
    else if (event.key === "Enter") setChosen(choices[activeIndex] ?? null);
    else return;
    event.preventDefault();
  };
  return (
    <FormDialog
      title={t("title")}
      confirm={chosen ? t("to", { name: chosen.name }) : t("transfer")}
      isDisabled={!chosen}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t("who")}>
        <Input
          autoFocus
          value={text}
          placeholder={t("find")}
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={choices.length > 0 ? `${listId}-${activeIndex}` : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </Field>
      <div
        id={listId}
        role="listbox"
        aria-label={t("who")}
        className="-mt-2 max-h-56 overflow-y-auto rounded-md border p-1"
      >
        {choices.map((choice, at) => (
          <ChoiceRow
            key={choice.id}
            id={`${listId}-${at}`}
            choice={choice}
            isActive={at === activeIndex}
            isChosen={choice.id === chosen?.id}
            onChoose={() => setChosen(choice)}
          />
        ))}
        {choices.length === 0 && <p className="px-2 py-3 text-center text-sm text-ink-3">{t("nobody")}</p>}
      </div>
      <Field label={t("note")} hint={t("noteHint")}>
        <Textarea rows={3} maxLength={10_000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </FormDialog>
  );
}

type RowProps = { id: string; choice: Choice; isActive: boolean; isChosen: boolean; onChoose: () => void };

function ChoiceRow({ id, choice, isActive, isChosen, onChoose }: RowProps) {
  const t = useTranslations("inbox.assign");
  return (
    <OptionRow
      id={id}
      isChosen={isChosen}
      onChoose={onChoose}
      className={clsx("min-h-8.5", isChosen ? "bg-accent-soft font-medium" : isActive ? "bg-hover" : "hover:bg-hover")}
    >
      {choice.kind === "member" ? (
        <Avatar name={choice.name} seed={choice.id} size="small" className="size-5">
          <span
            className={clsx(
              "absolute -end-0.5 -bottom-0.5 size-2 rounded-full ring-2 ring-raised",
              presenceDot[choice.availability],
            )}
          />
        </Avatar>
      ) : (
        <UsersRound className="size-5 p-0.5 text-ink-3" aria-hidden="true" />
      )}
      <bdi className="min-w-0 flex-1 truncate">{choice.name}</bdi>
      <span className="text-xs text-ink-3">
        {choice.kind === "member" ? t(`presence.${choice.availability}`) : t("department")}
      </span>
    </OptionRow>
  );
}
