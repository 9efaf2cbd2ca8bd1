"use client";

import { type ClipboardEvent, lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { quoteOf } from "@/components/messages/composer/use-compose";
import { recordIn, useIsRecordingIn } from "@/components/messages/composer/voice/recording-in";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { Message } from "@/lib/messages/types";
import { useAttachments } from "./attachments";
import { DropVeil } from "./drop-veil";
import { useAttach } from "./use-attach";

const Tray = lazy(() => import("./tray"));
const VoiceBar = lazy(() => import("@/components/messages/composer/voice/voice-bar"));

type AreaProps = {
  conversation: ConversationSummary;
  quoted: Message | null;
  onQuoted: (message: null) => void;
  children: ReactNode;
};

/**
 * Around the field of an answer: takes files that are pasted into it or dropped on the page, shows what was chosen, and gives
 * its place to a recording.
 */
export function AttachArea({ conversation, quoted, onQuoted, children }: AreaProps) {
  const { id: conversationId } = conversation;
  const items = useAttachments(conversationId);
  const attach = useAttach(conversationId);
  const isRecording = useIsRecordingIn(conversationId);
  useEffect(() => () => recordIn(null), []);
  const quote = quoted?.wamid ? quoteOf(quoted, quoted.wamid) : null;
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    attach(files);
  };
  const endRecording = (wasSent: boolean) => {
    recordIn(null);
    if (wasSent) onQuoted(null);
  };
  const area = useRef<HTMLDivElement>(null);
  const isBusy = isRecording || items.length > 0;
  const wasBusy = useRef(isBusy);
  // What had the focus is gone with the recording or the files; it does not get lost.
  useEffect(() => {
    if (wasBusy.current && !isBusy) area.current?.querySelector("textarea")?.focus();
    wasBusy.current = isBusy;
  }, [isBusy]);
  return (
    <div ref={area} onPaste={paste}>
      <DropVeil onFiles={attach} />
      {items.length > 0 && (
        <Suspense>
          <Tray conversation={conversation} items={items} quoted={quote} onSent={() => onQuoted(null)} />
        </Suspense>
      )}
      {isRecording ? (
        <Suspense>
          <VoiceBar conversationId={conversationId} quoted={quote} onDone={endRecording} />
        </Suspense>
      ) : (
        children
      )}
    </div>
  );
}
