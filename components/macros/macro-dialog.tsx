"use client";

import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { Zap } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import { useVariableValues } from "@/components/quick-replies/use-variable-values";
import { useMay, useMe } from "@/components/shell/me";
import { ProblemState } from "@/components/shell/problem-state";
import { Button, buttonLook } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import { OptionRow } from "@/components/ui/option-row";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { Macro } from "@/lib/macros/types";
import { fillVariables, missingVariables, type VariableValues } from "@/lib/quick-replies/types";
import { foldText } from "@/lib/text";
import { ActionList } from "./action-list";
import { macrosQuery } from "./queries";

type DialogProps = {
  /** How many conversations it will run on. */
  count: number;
  /** The one, where it is one: its answer is shown as it will be sent. */
  conversation?: ConversationSummary | undefined;
  /** Chosen by its key already. */
  initialId: string | null;
  onRun: (macro: Macro) => void;
  onClose: () => void;
};

/** The macros, what the one in question will do, and the button for it. */
export default function MacroDialog({ count, conversation, initialId, onRun, onClose }: DialogProps) {
  const t = useTranslations("inbox.macros");
  const actions = useTranslations("common.actions");
  const query = useQuery(macrosQuery);
  const macros = query.data ?? [];
  const listId = useId();
  const [text, setText] = useState("");
  const [chosenId, setChosenId] = useState(initialId);
  const found = macros.filter(({ name }) => foldText(name).includes(foldText(text.trim())));
  const chosen = found.find(({ id }) => id === chosenId) ?? found[0];
  const at = chosen ? found.indexOf(chosen) : -1;
  const values = useVariableValues(conversation);
  const open = values && chosen ? openIn(chosen, values) : [];
  const run = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) onRun(chosen);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || found.length === 0) return;
    event.preventDefault();
    setChosenId(found[(at + step + found.length) % found.length]?.id ?? null);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title")}
      closeLabel={actions("close")}
      size="medium"
      footer={
        chosen && (
          <>
            <Button onClick={onClose}>{actions("cancel")}</Button>
            <Button type="submit" form="macro" variant="primary">
              {t("run", { name: chosen.name, count })}
              <Kbd faint>↵</Kbd>
            </Button>
          </>
        )
      }
    >
      {query.isError ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isSuccess && macros.length === 0 ? (
        <NoMacros />
      ) : (
        <form id="macro" onSubmit={run} className="grid gap-3 pt-1 sm:grid-cols-[200px_minmax(0,1fr)]">
          <div className="flex min-w-0 flex-col gap-2">
            <Input
              autoFocus
              value={text}
              role="combobox"
              aria-expanded="true"
              aria-controls={listId}
              aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
              aria-label={t("find")}
              placeholder={t("find")}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={onKeyDown}
            />
            <div id={listId} role="listbox" aria-label={t("title")} className="max-h-64 overflow-y-auto">
              {found.map((macro) => (
                <Row
                  key={macro.id}
                  id={`${listId}-${macro.id}`}
                  macro={macro}
                  isChosen={macro.id === chosen?.id}
                  onChoose={() => setChosenId(macro.id)}
                />
              ))}
              {found.length === 0 && <p className="px-2 py-3 text-sm text-ink-3">{t("noneFound")}</p>}
            </div>
          </div>
          <div className="rounded-md bg-sunken p-3">
            {chosen && (
              <>
                <p className="mb-2 text-xs font-semibold text-ink-3">{t("willDo")}</p>
                <ActionList actions={chosen.actions} values={values} />
                {open.length > 0 && (
                  <Notice tone="warn" className="mt-2">
                    {t("unknown", { names: open.join(", ") })}
                  </Notice>
                )}
              </>
            )}
          </div>
        </form>
      )}
    </Dialog>
  );
}

/** The variables of an answer that nothing is known for: it will be refused. */
function openIn({ actions }: Macro, values: VariableValues): string[] {
  return actions.flatMap((action) =>
    action.kind === "reply" ? missingVariables(fillVariables(action.text, values)) : [],
  );
}

function Row({ id, macro, isChosen, onChoose }: { id: string; macro: Macro; isChosen: boolean; onChoose: () => void }) {
  return (
    <OptionRow
      id={id}
      isChosen={isChosen}
      onChoose={onChoose}
      className={clsx("min-h-8", isChosen ? "bg-accent-soft font-medium" : "hover:bg-hover")}
    >
      <bdi className="min-w-0 flex-1 truncate">{macro.name}</bdi>
      {macro.key && <Kbd>{`M ${macro.key}`}</Kbd>}
    </OptionRow>
  );
}

function NoMacros() {
  const t = useTranslations("inbox.macros");
  const { slug } = useMe().workspace;
  const mayManage = useMay("macros.manageOwn");
  return (
    <EmptyState
      icon={<Zap />}
      title={t("empty")}
      action={
        mayManage && (
          <Link href={`/${slug}/settings/macros`} prefetch={false} className={buttonLook()}>
            {t("toSettings")}
          </Link>
        )
      }
    >
      {t("emptyWords")}
    </EmptyState>
  );
}
