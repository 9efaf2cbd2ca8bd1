"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";

const DecisionDialog = dynamic(() => import("./decision-dialog"));

/** Beside what routing did: opens why. */
export function DecisionButton({ decisionId }: { decisionId: string }) {
  const t = useTranslations("routing.timeline");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="ms-1 rounded-sm underline hover:text-ink" onClick={() => setOpen(true)}>
        {t("why")}
      </button>
      {isOpen && <DecisionDialog decisionId={decisionId} onClose={() => setOpen(false)} />}
    </>
  );
}
