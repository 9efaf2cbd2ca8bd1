"use client";

import { CircleAlert, CircleCheck, CircleMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRefusalWords } from "@/components/shell/use-refusal-words";
import type { ChannelCheck } from "@/lib/channels/types";

const signs: Record<ChannelCheck["state"], ReactNode> = {
  passed: <CircleCheck className="text-good" />,
  failed: <CircleAlert className="text-bad" />,
  skipped: <CircleMinus className="text-ink-3" />,
};

/** By the code of what was found; what has no words here keeps the server's. */
function useCheckWords() {
  const t = useTranslations("settings.newChannel.checks.found");
  const refusalOf = useRefusalWords();
  return ({ code, value, message, nextStep }: ChannelCheck) => {
    const known = code as "app_refused";
    if (!t.has(`${known}.message`)) return refusalOf({ code, title: message, nextStep: nextStep ?? undefined });
    return {
      title: t(`${known}.message`, { value: value ?? "" }),
      nextStep: t.has(`${known}.nextStep`) ? t(`${known}.nextStep`) : undefined,
    };
  };
}

/** What each check found, and what to do about it. */
export function Checks({ checks }: { checks: ChannelCheck[] }) {
  const t = useTranslations("settings.newChannel.checks");
  const wordsOf = useCheckWords();
  return (
    <ul role="status" className="divide-y rounded-lg border">
      {checks.map((check) => {
        const { name, state } = check;
        const { title, nextStep } = wordsOf(check);
        return (
          <li key={name} className="flex gap-2.5 px-3 py-2.5 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0">
            {signs[state]}
            <div className="min-w-0">
              <p className="font-medium">
                {t(name)} <span className="sr-only">{t(`state.${state}`)}</span>
              </p>
              <p className="text-ink-2">{title}</p>
              {nextStep && <p className="text-ink-2">{nextStep}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
