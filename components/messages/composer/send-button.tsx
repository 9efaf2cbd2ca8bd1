"use client";

import { ChevronUp, SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { sendKeyOf } from "@/components/keyboard/bindings";
import { useActions } from "@/components/keyboard/use-actions";
import { textContent } from "@/components/messages/outgoing/outgoing";
import { usePreferences } from "@/components/preferences/use-preferences";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Late } from "@/components/ui/late";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { Compose } from "./use-compose";

const loadMenu = () => import("./send-menu");
const SendMenu = lazy(loadMenu);
const ScheduleDialog = lazy(() => import("@/components/messages/scheduled/schedule-dialog"));

type SendButtonProps = { conversation: ConversationSummary; compose: Compose; onSendAndResolve: () => void };

/** Send, and the other ways to send. */
export function SendButton({ conversation, compose, onSendAndResolve }: SendButtonProps) {
  const t = useTranslations("composer.send");
  const words = useTranslations("inbox.composer");
  const [isScheduling, setScheduling] = useState(false);
  const sendKey = sendKeyOf(usePreferences().keys);
  const isReady = compose.unready === null;
  const canTry = isReady || compose.unready === "missing";
  useActions({ sendLater: isReady ? () => setScheduling(true) : "nothingWritten" });
  const more = (
    <Button
      variant="primary"
      size="icon"
      aria-label={t("more")}
      title={t("more")}
      disabled={!isReady}
      className="w-6.5 rounded-s-none border-s-accent-ink/30"
    >
      <ChevronUp className="size-3.5" />
    </Button>
  );
  return (
    <span className="flex shrink-0">
      <Button type="submit" variant="primary" disabled={!canTry} className="rounded-e-none">
        <SendHorizontal className="size-3.5 md:hidden rtl:rotate-180" aria-hidden="true" />
        {words("send")}
        <span className="max-md:hidden">
          <Kbd faint>{sendKey === "Enter" ? "↵" : "Ctrl ↵"}</Kbd>
        </span>
      </Button>
      <Late button={more} load={loadMenu}>
        {(parts) => <SendMenu {...parts} onSendAndResolve={onSendAndResolve} onLater={() => setScheduling(true)} />}
      </Late>
      {isScheduling && (
        <Suspense>
          <ScheduleDialog
            conversation={conversation}
            messages={[{ content: textContent(compose.text.trim()), quotedWamid: compose.quoted?.wamid ?? null }]}
            onScheduled={compose.clear}
            onClose={() => setScheduling(false)}
          />
        </Suspense>
      )}
    </span>
  );
}
