"use client";

import { useTranslations } from "next-intl";
import { lazy } from "react";
import { DialogLink } from "@/components/ui/dialog-link";

const loadDialog = () => import("./decision-dialog");
const DecisionDialog = lazy(loadDialog);

/** Beside what routing did: opens why. */
export function DecisionButton({ decisionId }: { decisionId: string }) {
  const t = useTranslations("routing.timeline");
  return (
    <DialogLink load={loadDialog} dialog={(onClose) => <DecisionDialog decisionId={decisionId} onClose={onClose} />}>
      {t("why")}
    </DialogLink>
  );
}
