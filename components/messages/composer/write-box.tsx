"use client";

import { SendHorizontal, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type Ref, useRef, useState } from "react";
import { useOutgoingStore } from "@/components/messages/outgoing/provider";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { newId } from "@/lib/ids";
import type { Message } from "@/lib/messages/types";
import { keepDraft, readDraft } from "./drafts";
import { EmojiButton } from "./emoji-button";
import { useTyping } from "./use-typing";

/** What Meta takes in one text. */
const MOST_CHARACTERS = 4_096;
const COUNTED_FROM = 3_600;

type WriteBoxProps = {
  conversationId: string;
  quoted: Message | null;
  onQuoted: (message: Message | null) => void;
  ref: Ref<HTMLTextAreaElement>;
};

export function WriteBox({ conversationId, quoted, onQuoted, ref }: WriteBoxProps) {
  const t = useTranslations("inbox.composer");
  const outgoing = useOutgoingStore();
  const typing = useTyping(conversationId);
  const [text, setText] = useState(() => readDraft(conversationId));
  const box = useRef<HTMLTextAreaElement | null>(null);

  const length = Array.from(text).length;
  const isTooLong = length > MOST_CHARACTERS;
  const canSend = text.trim() !== "" && !isTooLong;
  const write = (next: string) => {
    setText(next);
    keepDraft(conversationId, next);
    if (next.trim() !== "") typing();
  };
  const send = () => {
    if (!canSend) return;
    outgoing.add({
      clientId: newId(),
      conversationId,
      text: text.trim(),
      quoted: quoted?.wamid ? quoteOf(quoted, quoted.wamid) : null,
      at: new Date().toISOString(),
    });
    write("");
    onQuoted(null);
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes, Enter chooses a word.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape") {
      if (quoted) onQuoted(null);
      else event.currentTarget.blur();
    }
  };
  const insert = (piece: string) => {
    const { selectionStart = text.length, selectionEnd = text.length } = box.current ?? {};
    write(text.slice(0, selectionStart) + piece + text.slice(selectionEnd));
    box.current?.focus();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="mx-4 mt-2 mb-3.5 rounded-xl border border-line-strong bg-surface shadow-low transition-colors focus-within:border-accent max-md:mx-2 max-md:mb-2"
    >
      {quoted && <Quoted message={quoted} onDrop={() => onQuoted(null)} />}
      <textarea
        ref={(element) => {
          box.current = element;
          if (typeof ref === "function") ref(element);
          else if (ref) ref.current = element;
        }}
        value={text}
        dir="auto"
        rows={1}
        aria-label={t("label")}
        aria-invalid={isTooLong || undefined}
        placeholder={t("placeholder")}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        className="field-sizing-content block max-h-[38vh] min-h-11.5 w-full resize-none bg-transparent px-3 pt-2.5 pb-1 text-lg outline-none placeholder:text-ink-3"
      />
      <div className="flex items-center gap-1 px-2 pb-2">
        <EmojiButton onChoose={insert} />
        <span role="status" className={`ms-auto me-2 text-sm ${isTooLong ? "text-bad" : "text-ink-3"}`}>
          {length > COUNTED_FROM && t("length", { length, most: MOST_CHARACTERS })}
        </span>
        <span className="me-2 text-sm text-ink-3 max-lg:hidden">
          {text !== "" && length <= COUNTED_FROM && t("newLine")}
        </span>
        <Button type="submit" variant="primary" disabled={!canSend}>
          <SendHorizontal className="size-3.5 md:hidden rtl:rotate-180" aria-hidden="true" />
          {t("send")}
          <span className="max-md:hidden">
            <Kbd faint>↵</Kbd>
          </span>
        </Button>
      </div>
    </form>
  );
}

function quoteOf(message: Message, wamid: string): Message["quoted"] {
  return { id: message.id, wamid, text: message.text, direction: message.direction };
}

function Quoted({ message, onDrop }: { message: Message; onDrop: () => void }) {
  const t = useTranslations("inbox.composer");
  return (
    <div className="mx-2 mt-2 flex items-center gap-2 rounded-md border-s-3 border-accent bg-sunken py-1 ps-2.5 pe-1 text-sm">
      <span className="min-w-0 flex-1">
        <span className="block text-xs font-semibold text-accent">
          {message.direction === "out" ? t("answeringUs") : t("answeringThem")}
        </span>
        <span dir="auto" className="line-clamp-2 text-ink-2">
          {message.text}
        </span>
      </span>
      <IconButton label={t("dropQuote")} onClick={onDrop}>
        <X className="size-4" />
      </IconButton>
    </div>
  );
}
