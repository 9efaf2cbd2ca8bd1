"use client";

import { useTranslations } from "next-intl";
import { lazy } from "react";
import { DialogLink } from "@/components/ui/dialog-link";
import type { AskedDecision } from "./queries";

const loadDialog = () => import("./decision-dialog");
const DecisionDialog = lazy(loadDialog);

type ButtonProps = {
  asked: AskedDecision;
  /** Whom it is about, where that does not stand right before. */
  about?: string;
};

/** Beside an assignment, and what else routing did: opens why. */
export function DecisionButton({ asked, about }: ButtonProps) {
  const t = useTranslations("routing.timeline");
  return (
    <DialogLink load={loadDialog} dialog={(onClose) => <DecisionDialog asked={asked} onClose={onClose} />}>
      {t("why")}
      {about && <span className="sr-only"> {about}</span>}
    </DialogLink>
  );
}
