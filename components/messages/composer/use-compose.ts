"use client";

import { useEffect, useMemo, useRef } from "react";
import { useAnswerGuard } from "@/components/company/use-answer-guard";
import { useDraft, useDraftStore } from "@/components/drafts/provider";
import { type OutgoingContent, textContent } from "@/components/messages/outgoing/outgoing";
import { useOutgoingStore } from "@/components/messages/outgoing/provider";
import { useMe } from "@/components/shell/me";
import { newId } from "@/lib/ids";
import type { Message } from "@/lib/messages/types";
import { missingVariables } from "@/lib/quick-replies/types";
import { sendLimits } from "@/lib/whatsapp/types";
import { editBox } from "./editing/edit-box";
import { useTyping } from "./use-typing";

type Place = {
  conversationId: string;
  quoted: Message | null;
  onQuoted: (message: Message | null) => void;
};

/** Why what is written cannot go as it is. */
export type Unready = "empty" | "tooLong" | "missing";

/** What is being written in a conversation, and the ways in which it leaves. */
export function useCompose({ conversationId, quoted, onQuoted }: Place) {
  const outgoing = useOutgoingStore();
  const drafts = useDraftStore();
  const { undoSeconds } = useMe();
  const typing = useTyping(conversationId);
  const text = useDraft(conversationId);
  const box = useRef<HTMLTextAreaElement | null>(null);
  const missing = useMemo(() => missingVariables(text), [text]);
  const unready: Unready | null =
    text.trim() === "" ? "empty" : text.length > sendLimits.text ? "tooLong" : missing.length > 0 ? "missing" : null;

  const guard = useAnswerGuard(conversationId, text.trim() !== "");
  // What was to follow an answer that is held back follows it when it goes all the same.
  const then = useRef<(() => void) | undefined>(undefined);

  // What was typed into the field before this script ran is in it all the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: Once, when the script takes the field over.
  useEffect(() => {
    const typed = box.current?.value ?? "";
    if (typed !== "" && typed !== text) drafts.write(conversationId, typed);
  }, []);

  // Leaving the conversation is leaving the words: they are saved without waiting for a pause.
  useEffect(() => () => drafts.flush(false), [drafts]);

  const clear = () => {
    drafts.write(conversationId, "");
    onQuoted(null);
    drafts.flush(false);
    box.current?.focus();
  };

  /** Sends any content by the way that survives a broken line; `onSent` once the server has it. */
  const sendContent = (content: OutgoingContent, onSent?: () => void) => {
    outgoing.add(
      {
        ...{ clientId: newId(), conversationId, content, undoSeconds },
        quoted: quoted?.wamid ? quoteOf(quoted, quoted.wamid) : null,
        at: new Date().toISOString(),
      },
      onSent && (() => onSent()),
    );
  };

  /** Selects the first variable that is still open. */
  const showMissing = () => {
    const found = /\{\{[^}]*\}\}/.exec(text);
    if (found && box.current) editBox(box.current, { text, start: found.index, end: found.index + found[0].length });
  };

  const go = (asItIs: boolean) => {
    if (unready === "missing" && !asItIs) return showMissing();
    if (unready !== null && unready !== "missing") return;
    if (guard.holds()) return;
    sendContent(textContent(text.trim()), then.current);
    then.current = undefined;
    clear();
  };

  const send = ({ onSent }: { onSent?: () => void } = {}) => {
    then.current = onSent;
    go(false);
  };

  /** What was held back, also with variables that nobody filled in. */
  const sendAsItIs = () => go(true);

  const write = (next: string) => {
    drafts.write(conversationId, next);
    if (next.trim() !== "") typing();
  };

  return { box, text, guard, unready, missing, quoted, clear, write, sendContent, showMissing, send, sendAsItIs };
}

export type Compose = ReturnType<typeof useCompose>;

export function quoteOf(message: Message, wamid: string): Message["quoted"] {
  return {
    id: message.id,
    conversationId: message.conversationId,
    wamid,
    text: message.text,
    gist: message.gist,
    direction: message.direction,
  };
}
