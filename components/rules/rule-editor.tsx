"use client";

import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/settings/form-problem";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Button } from "@/components/ui/button";
import { isComplete, type RuleDraft } from "./drafts";
import { DryRun } from "./dry-run";
import { RuleForm } from "./rule-form";
import type { useSaveRule } from "./use-save-rule";

type EditorProps = {
  draft: RuleDraft;
  onChange: (draft: RuleDraft) => void;
  save: ReturnType<typeof useSaveRule>;
};

/** What a rule is, and beside it what it would have done. */
export function RuleEditor({ draft, onChange, save }: EditorProps) {
  const t = useTranslations("rules");
  const errors = useFieldErrors(save.error);
  const change = (next: RuleDraft) => {
    save.reset();
    onChange(next);
  };
  return (
    <div className="grid items-start gap-5 min-[1200px]:grid-cols-[minmax(0,1fr)_360px]">
      <RuleForm
        draft={draft}
        errors={errors}
        onChange={change}
        footer={
          <footer className="flex flex-wrap items-center justify-end gap-3">
            {!errors.name && <FormProblem error={save.error} />}
            <span role="status" className="text-sm text-ink-3">
              {save.isSuccess && t("saved")}
            </span>
            <Button variant="primary" busy={save.isPending} disabled={!isComplete(draft)} onClick={() => save.mutate()}>
              {t("save")}
            </Button>
          </footer>
        }
      />
      <DryRun draft={draft} />
    </div>
  );
}
