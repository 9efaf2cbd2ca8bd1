"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { inOrder, type RuleAction, type RuleActionKind, ruleActionKinds } from "@/lib/rules/types";
import { ActionFields } from "./action-fields";
import { newAction } from "./drafts";

type EditorProps = { actions: RuleAction[]; onChange: (actions: RuleAction[]) => void };

/** Then: what is done, in the order in which it is done. */
export function ActionEditor({ actions, onChange }: EditorProps) {
  const t = useTranslations("rules");
  const open = ruleActionKinds.filter((kind) => !actions.some((action) => action.kind === kind));
  const change = (changed: RuleAction) =>
    onChange(actions.map((action) => (action.kind === changed.kind ? changed : action)));
  return (
    <div className="flex flex-col gap-2">
      {actions.length > 0 && (
        <ol className="flex flex-col gap-2">
          {actions.map((action) => (
            <li key={action.kind} className="flex items-start gap-2 rounded-lg border px-3 py-2">
              <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1.5">
                <p className="w-36 shrink-0 text-sm font-medium">{t(`kinds.${action.kind}`)}</p>
                <ActionFields action={action} onChange={change} />
              </div>
              <IconButton
                label={t("removeAction", { action: t(`kinds.${action.kind}`) })}
                onClick={() => onChange(actions.filter((other) => other.kind !== action.kind))}
              >
                <X className="size-4" aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ol>
      )}
      {open.length > 0 && (
        <Select
          aria-label={t("addAction")}
          className="w-56"
          value=""
          onChange={({ target }) => onChange(inOrder([...actions, newAction(target.value as RuleActionKind)]))}
        >
          <option value="">{t("addAction")}</option>
          {open.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}
