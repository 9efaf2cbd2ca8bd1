"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Opening } from "@/components/ui/opening";

const loadDialog = () => import("@/components/routing/waiting-dialog");
const WaitingDialog = lazy(loadDialog);

/** Beside how long somebody has waited: opens why. */
export function WhyButton({ conversationId, name }: { conversationId: string; name: string }) {
  const t = useTranslations("queues.rows");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-label={t("whyOf", { name })}
        className="rounded-sm text-sm text-ink-3 underline decoration-line-strong hover:text-ink"
        onPointerEnter={() => void loadDialog()}
        onClick={() => setOpen(true)}
      >
        {t("why")}
      </button>
      {isOpen && (
        <Suspense fallback={<Opening />}>
          <WaitingDialog conversationId={conversationId} title={t("whyOf", { name })} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
