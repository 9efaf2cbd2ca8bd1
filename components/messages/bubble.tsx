"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { memo } from "react";
import type { Message } from "@/lib/messages/types";
import { BubbleActions } from "./bubble-actions";
import { BubbleFoot } from "./bubble-foot";
import { CallLine } from "./call-line";
import { Face } from "./faces/face";
import { Origin } from "./faces/origin";
import { FailureLine } from "./failure-line";
import { Quote } from "./quote";
import { Reactions } from "./reactions";
import { SystemLine } from "./system-line";
import { UndoLine } from "./undo-line";

type BubbleProps = {
  message: Message;
  joinsPrevious: boolean;
  /** False where nothing can be sent: no answering, no reacting. */
  canAct: boolean;
  onReply: (message: Message) => void;
};

/** One message: theirs at the start, ours at the end of the line. */
export const Bubble = memo(function Bubble({ message, joinsPrevious, canAct, onReply }: BubbleProps) {
  const t = useTranslations("inbox.thread");
  if (message.type === "system") return <SystemLine message={message} />;
  if (message.type === "call") return <CallLine message={message} />;
  const isOurs = message.direction === "out";
  return (
    <article
      id={`message-${message.id}`}
      aria-label={t(isOurs ? "ours" : "theirs")}
      className={clsx(
        "group/bubble flex flex-col px-6 transition-colors max-md:px-3",
        isOurs ? "items-end" : "items-start",
        joinsPrevious ? "pt-1" : "pt-2",
      )}
    >
      <div className="relative max-w-[min(68%,640px)] max-md:max-w-[84%]">
        <div className={lookOf(message)}>
          {message.revokedAt === null && <Origin message={message} />}
          {message.quoted && message.revokedAt === null && <Quote quoted={message.quoted} />}
          <div className="flex flex-wrap items-end gap-x-3">
            {/* Marks piled on one letter paint far outside of its box. */}
            <div className="min-w-0 grow overflow-clip [overflow-clip-margin:6px]">
              {message.revokedAt ? (
                <p className="text-ink-3 italic">{t(isOurs ? "revokedByUs" : "revokedByThem")}</p>
              ) : (
                <Face message={message} />
              )}
            </div>
            <BubbleFoot message={message} />
          </div>
        </div>
        {message.revokedAt === null && message.wamid && (
          <BubbleActions message={message} onReply={canAct ? onReply : null} />
        )}
      </div>
      <Reactions reactions={message.reactions} isOurs={isOurs} />
      {isOurs && <FailureLine message={message} />}
      {message.undoUntil && <UndoLine message={message} />}
    </article>
  );
});

function lookOf({ direction, status, type, revokedAt }: Message): string {
  const isOurs = direction === "out";
  const corner = isOurs ? "rounded-ee-sm" : "rounded-es-sm";
  if (type === "sticker" && revokedAt === null) return "px-1 text-lg";
  const hasFailed = status === "failed" || status === "cancelled";
  const colour = hasFailed
    ? "border-transparent bg-bad-soft"
    : isOurs
      ? "border-transparent bg-bubble-out"
      : "bg-bubble-in";
  return clsx("rounded-xl border px-2.75 pt-1.75 pb-1.5 text-lg", corner, colour);
}
