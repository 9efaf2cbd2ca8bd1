"use client";

import { Clock, Mic, Pause, SendHorizontal, Square, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { AnsweredNotice } from "@/components/company/answered-notice";
import { useAnswerGuard } from "@/components/company/use-answer-guard";
import { attachments } from "@/components/messages/composer/attach/attachments";
import { useSendAttachment } from "@/components/messages/composer/attach/use-send-attachment";
import { Button } from "@/components/ui/button";
import { clockOf } from "@/components/ui/clock";
import { IconButton } from "@/components/ui/icon-button";
import type { Message } from "@/lib/messages/types";
import { SECOND } from "@/lib/time";
import { Levels } from "./levels";
import { Listening } from "./listening";
import { useRecorder } from "./use-recorder";
import { VoiceFault } from "./voice-fault";

type BarProps = { conversationId: string; quoted: Message["quoted"]; onDone: (wasSent: boolean) => void };

const LEAST_SECONDS = 0.5;
const COUNTED_DOWN_FROM = 30;

/** Stands in place of the field while a voice message is recorded. */
export default function VoiceBar({ conversationId, quoted, onDone }: BarProps) {
  const t = useTranslations("media.voice");
  const sendAttachment = useSendAttachment();
  // Whoever goes to another conversation meanwhile finds it among the files of this one.
  const recorder = useRecorder(({ file }) => attachments.add(conversationId, [file], "voice"));
  const { state, fault, recording, seconds, secondsLeft, levels, isSilent, isFull, isVoice } = recorder.view;
  const [isSending, setSending] = useState(false);
  const guard = useAnswerGuard(conversationId);
  const sendButton = useRef<HTMLButtonElement>(null);
  useEffect(() => sendButton.current?.focus(), []);

  if (fault) return <VoiceFault fault={fault} onClose={() => onDone(false)} />;
  const cancel = () => {
    recorder.cancel();
    onDone(false);
  };
  const send = async () => {
    if (guard.holds()) return;
    setSending(true);
    const taken = await recorder.take();
    if (taken) {
      const { ids } = attachments.add(conversationId, [taken.file], "voice");
      attachments.send(conversationId, sendAttachment, quoted, ids);
    }
    onDone(taken !== null);
  };
  /** Among the files it can wait for a later time. */
  const keep = async () => {
    setSending(true);
    const taken = await recorder.take();
    if (taken) attachments.add(conversationId, [taken.file], "voice");
    onDone(false);
  };
  const isRecording = state === "recording";
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && isRecording) recorder.pause();
  };
  const note = noteOf();
  return (
    <fieldset
      aria-label={t("label")}
      onKeyDown={onKeyDown}
      className="mx-4 mt-2 mb-3.5 min-w-0 rounded-xl border border-accent bg-surface px-2 py-2 shadow-low max-md:mx-2 max-md:mb-2"
    >
      <div className="flex items-center gap-2">
        <IconButton label={t("cancel")} onClick={cancel}>
          <Trash2 className="size-4.5" />
        </IconButton>
        {recording ? (
          <Listening recording={recording} />
        ) : (
          <>
            <span className="flex w-16 shrink-0 items-center gap-1.5 text-md tabular-nums">
              <span
                aria-hidden="true"
                className={`size-2 rounded-full ${isRecording ? "animate-pulse bg-bad" : "bg-ink-3"}`}
              />
              <span role="timer">{clockOf(seconds * SECOND)}</span>
            </span>
            <span role="status" className="sr-only">
              {isRecording ? t("recording") : t("paused")}
            </span>
            <Levels levels={levels} played={null} />
            {isRecording ? (
              <IconButton label={t("pause")} onClick={recorder.pause}>
                <Pause className="size-4.5" />
              </IconButton>
            ) : (
              <IconButton label={t("resume")} onClick={recorder.resume} disabled={state !== "paused" || isFull}>
                <Mic className="size-4.5 text-bad" />
              </IconButton>
            )}
            <IconButton label={t("listen")} onClick={recorder.listen} disabled={seconds < LEAST_SECONDS}>
              <Square className="size-4" />
            </IconButton>
          </>
        )}
        <IconButton
          label={t("later")}
          disabled={isSending || (!recording && seconds < LEAST_SECONDS)}
          onClick={() => void keep()}
        >
          <Clock className="size-4.5" />
        </IconButton>
        <Button
          ref={sendButton}
          variant="primary"
          aria-label={t("send")}
          busy={isSending}
          aria-disabled={!recording && seconds < LEAST_SECONDS}
          onClick={() => {
            if (recording || seconds >= LEAST_SECONDS) void send();
          }}
        >
          <SendHorizontal className="size-3.5 rtl:rotate-180" aria-hidden="true" />
        </Button>
      </div>
      {guard.answer && <AnsweredNotice answer={guard.answer} onWait={guard.pass} onSend={() => void send()} />}
      {note && (
        <p role="status" className="px-2 pt-1 text-sm text-ink-2">
          {note}
        </p>
      )}
    </fieldset>
  );

  function noteOf(): string | null {
    if (isFull) return t("full");
    if (!isVoice) return t("asSound");
    if (isRecording && isSilent) return t("silent");
    return isRecording && secondsLeft <= COUNTED_DOWN_FROM ? t("left", { seconds: secondsLeft }) : null;
  }
}
