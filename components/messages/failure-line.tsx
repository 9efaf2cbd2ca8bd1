"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { call } from "@/components/api";
import { handlerOf } from "@/components/keyboard/registry";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { Button } from "@/components/ui/button";
import { newId } from "@/lib/ids";
import type { SendMessageAgain } from "@/lib/messages/schemas";
import type { Message, MessageFailure } from "@/lib/messages/types";
import { placeMessage } from "./place";
import { useThreadPlace } from "./thread-context";
import { useFailureWords } from "./use-failure-words";

/** Why a message did not get there, whose turn it is and what to do; for one that was not confirmed, the choice. */
export function FailureLine({ message }: { message: Message }) {
  const t = useTranslations("inbox.failure");
  const { failure, status } = message;
  const words = useFailureWords()(failure);
  const isUnsure = status === "ambiguous";
  if (!isUnsure && status !== "failed" && status !== "cancelled") return null;
  return (
    <div className="mt-1 mb-1.5 flex max-w-[min(68%,640px)] items-start gap-3 text-end text-sm max-md:max-w-[86%]">
      <div className="min-w-0 flex-1">
        <p className={isUnsure ? "text-warn" : "text-bad"}>
          {isUnsure ? t("unsure") : (words?.title ?? t(status))}
          {failure && <span className="text-ink-3"> {t("code", { code: failure.code })}</span>}
        </p>
        <p className="text-ink-2">
          {isUnsure ? t("unsureNextStep") : words?.nextStep} <Why message={message} />
        </p>
        {failure?.details && failure.details !== failure.cause && (
          <details className="text-ink-3">
            <summary className="ms-auto w-fit cursor-pointer">{t("metaSays")}</summary>
            <span dir="auto">{failure.details}</span>
          </details>
        )}
      </div>
      {failure && needsTemplate(failure) ? (
        <Button onClick={() => handlerOf("template")?.()}>{t("template")}</Button>
      ) : (
        message.canSendAgain && <SendAgain message={message} />
      )}
    </div>
  );
}

const META_WINDOW_CLOSED = "131047";

/** The window was closed when it was to leave: the same would be refused again. */
function needsTemplate({ code }: MessageFailure): boolean {
  return code === "window_closed" || code === META_WINDOW_CLOSED;
}

function Why({ message }: { message: Message }) {
  const t = useTranslations("inbox.failure");
  const { showInfo } = useThreadPlace();
  if (!showInfo) return null;
  return (
    <button type="button" onClick={() => showInfo(message)} className="rounded-sm font-medium text-accent underline">
      {t("why")}
    </button>
  );
}

function SendAgain({ message }: { message: Message }) {
  const t = useTranslations("inbox.failure");
  const client = useQueryClient();
  const onProblem = useProblemToast();
  // One id for this button, so that a click repeated on a weak line is one message.
  const clientId = useRef(newId());
  const again = useMutation({
    mutationFn: () =>
      call<typeof SendMessageAgain>("POST /conversations/:conversationId/messages/:messageId/send-again", {
        conversationId: message.conversationId,
        messageId: message.id,
        clientId: clientId.current,
      }),
    onSuccess: (sent) => placeMessage(client, sent),
    onError: onProblem,
  });
  return (
    <Button busy={again.isPending} disabled={again.isSuccess} onClick={() => again.mutate()}>
      {t("sendAgain")}
    </Button>
  );
}
