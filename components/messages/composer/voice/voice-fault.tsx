"use client";

import { MicOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { RecordingFault } from "./recorder";

/** Why nothing can be recorded, and what to do. */
export function VoiceFault({ fault, onClose }: { fault: RecordingFault; onClose: () => void }) {
  const t = useTranslations("media.voice");
  const actions = useTranslations("common.actions");
  return (
    <div
      role="alert"
      className="m-3 flex items-center gap-3 rounded-xl border bg-surface px-4 py-3 max-md:mx-2 max-md:mb-2"
    >
      <MicOff className="size-5 shrink-0 text-bad" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{t(fault)}</p>
        <p className="text-ink-2">{t(`${fault}Next`)}</p>
      </div>
      <Button autoFocus onClick={onClose}>
        {actions("close")}
      </Button>
    </div>
  );
}
