"use client";

import { MessageSquareText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActions } from "@/components/keyboard/use-actions";
import { TemplateButton } from "@/components/templates/template-button";
import { IconButton } from "@/components/ui/icon-button";
import type { ConversationSummary } from "@/lib/conversations/types";
import { sendLimits } from "@/lib/whatsapp/types";
import { AttachButton } from "./attach/attach-button";
import { editBox, insertInBox, readBox } from "./editing/edit-box";
import { applyFormat, type Format } from "./editing/format";
import { EmojiButton } from "./emoji-button";
import { FormatButton } from "./format-button";
import { InteractiveButton } from "./interactive/interactive-button";
import { SendButton } from "./send-button";
import { SendCost } from "./send-cost";
import type { Compose } from "./use-compose";
import { VoiceButton } from "./voice/voice-button";

/** From here on the length is said. */
const COUNTED_FROM = 3_600;

type ToolbarProps = { conversation: ConversationSummary; compose: Compose; onSendAndResolve: () => void };

/** What can be put into an answer, what it counts as, and how it leaves. */
export function Toolbar({ conversation, compose, onSendAndResolve }: ToolbarProps) {
  const t = useTranslations("composer");
  const { box, text } = compose;
  const isTooLong = compose.unready === "tooLong";
  const insert = (piece: string) => box.current && insertInBox(box.current, piece);
  const format = (kind: Format) => box.current && editBox(box.current, applyFormat(readBox(box.current), kind));
  /** Where a slash would be part of a word it opens nothing. */
  const openQuickReplies = () => {
    const before = box.current?.value.slice(0, box.current.selectionStart) ?? "";
    insert(/\S$/.test(before) ? " /" : "/");
  };
  useActions({ quickReply: openQuickReplies });
  return (
    <div className="flex items-center gap-0.5 px-2 pb-2">
      <EmojiButton onChoose={insert} />
      <FormatButton onFormat={format} />
      <IconButton label={t("quickReplies.open")} onClick={openQuickReplies}>
        <MessageSquareText className="size-4.5" />
      </IconButton>
      <AttachButton conversationId={conversation.id} />
      <VoiceButton conversationId={conversation.id} />
      <TemplateButton conversationId={conversation.id} />
      <InteractiveButton conversation={conversation} compose={compose} />
      <span className="ms-auto flex min-w-0 items-center gap-2 ps-2">
        {text.length > COUNTED_FROM ? (
          <span role="status" className={`text-sm ${isTooLong ? "text-bad" : "text-ink-3"}`}>
            {t("length", { length: text.length, most: sendLimits.text })}
          </span>
        ) : (
          <SendCost conversation={conversation} />
        )}
        <SendButton conversation={conversation} compose={compose} onSendAndResolve={onSendAndResolve} />
      </span>
    </div>
  );
}
