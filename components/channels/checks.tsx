"use client";

import { CircleAlert, CircleCheck, CircleMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ChannelCheck } from "@/lib/channels/types";

const signs: Record<ChannelCheck["state"], ReactNode> = {
  passed: <CircleCheck className="text-good" />,
  failed: <CircleAlert className="text-bad" />,
  skipped: <CircleMinus className="text-ink-3" />,
};

/** What each check found, and what to do about it. */
export function Checks({ checks }: { checks: ChannelCheck[] }) {
  const t = useTranslations("settings.newChannel.checks");
  return (
    <ul role="status" className="divide-y rounded-lg border">
      {checks.map(({ name, state, message, nextStep }) => (
        <li key={name} className="flex gap-2.5 px-3 py-2.5 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0">
          {signs[state]}
          <div className="min-w-0">
            <p className="font-medium">
              {t(name)} <span className="sr-only">{t(`state.${state}`)}</span>
            </p>
            <p className="text-ink-2">{message}</p>
            {nextStep && <p className="text-ink-2">{nextStep}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
