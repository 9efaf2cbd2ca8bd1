"use client";

import { useTranslations } from "next-intl";
import { lazy } from "react";
import { DialogLink } from "@/components/ui/dialog-link";
import type { TimelineEntry } from "@/lib/conversations/types";

const loadDialog = () => import("./run-dialog");
const RunDialog = lazy(loadDialog);

type ButtonProps = {
  run: NonNullable<TimelineEntry["ruleRun"]>;
  /** Where the line says already which rule it was. */
  isNamed: boolean;
};

/** Beside what a rule did: names it, and opens what it saw. */
export function RunButton({ run, isNamed }: ButtonProps) {
  const t = useTranslations("runs");
  const { name } = run.rule;
  return (
    <>
      {!isNamed && " ·"}
      <DialogLink load={loadDialog} dialog={(onClose) => <RunDialog run={run} onClose={onClose} />}>
        {isNamed ? t("why") : t("title", { rule: name })}
      </DialogLink>
    </>
  );
}
