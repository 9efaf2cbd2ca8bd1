"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Opening } from "@/components/ui/opening";

const loadDialog = () => import("./decision-dialog");
const DecisionDialog = lazy(loadDialog);

/** Beside what routing did: opens why. */
export function DecisionButton({ decisionId }: { decisionId: string }) {
  const t = useTranslations("routing.timeline");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="ms-1 rounded-sm underline hover:text-ink"
        onPointerEnter={() => void loadDialog()}
        onClick={() => setOpen(true)}
      >
        {t("why")}
      </button>
      {isOpen && (
        <Suspense fallback={<Opening />}>
          <DecisionDialog decisionId={decisionId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
