"use client";

import { AtSign } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef, useState } from "react";
import { sendKeyOf } from "@/components/keyboard/bindings";
import { editBox } from "@/components/messages/composer/editing/edit-box";
import { usePreferences } from "@/components/preferences/use-preferences";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { MentionList } from "./mention-list";
import type { Called } from "./mentions";
import { useMentions } from "./use-mentions";

const MOST_CHARACTERS = 10_000;

type EditorProps = {
  conversationId: string;
  initialText: string;
  submitLabel: string;
  onSubmit: (body: string, called: Called[]) => void;
  onText?: (text: string) => void;
  onCancel: () => void;
  /** Above the words, such as the switch between answer and note. */
  head?: ReactNode;
  ref?: Ref<HTMLTextAreaElement>;
};

/** Where a note is written or changed: as an answer, but tinted, and @ calls colleagues. */
export function NoteEditor(props: EditorProps) {
  const { conversationId, initialText, submitLabel, onSubmit, onText, onCancel, head, ref } = props;
  const t = useTranslations("inbox.notes");
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => field.current as HTMLTextAreaElement, []);
  const [text, setText] = useState(initialText);
  const write = (next: string) => {
    setText(next);
    onText?.(next);
  };
  const mentions = useMentions(conversationId, field, text);
  const sendKey = sendKeyOf(usePreferences().keys);
  const canSubmit = text.trim() !== "" && text.length <= MOST_CHARACTERS;
  const submit = () => {
    if (!canSubmit) return;
    const body = text.trim();
    write("");
    onSubmit(body, mentions.calledIn(body));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || mentions.onKeyDown(event)) return;
    const isMod = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && !event.shiftKey && !event.altKey && (isMod || sendKey === "Enter")) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape") {
      onCancel();
    }
  };
  const callSomebody = () => {
    const element = field.current;
    if (!element) return;
    const at = element.selectionStart;
    const before = text.slice(0, at);
    const gap = before === "" || /\s$/.test(before) ? "" : " ";
    const next = `${before}${gap}@`;
    editBox(element, { text: next + text.slice(at), start: next.length, end: next.length });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="relative rounded-xl border border-note-line bg-note shadow-low focus-within:border-warn"
    >
      {mentions.shown.length > 0 && (
        <MentionList
          id={mentions.listId}
          members={mentions.shown}
          activeIndex={mentions.activeIndex}
          onChoose={mentions.choose}
        />
      )}
      {head}
      <textarea
        ref={field}
        value={text}
        dir="auto"
        rows={1}
        maxLength={MOST_CHARACTERS}
        aria-label={t("yours")}
        placeholder={t("placeholder")}
        {...mentions.fieldAttributes}
        onChange={(event) => {
          write(event.target.value);
          mentions.onCaret(event.target.selectionStart);
        }}
        onSelect={(event) => mentions.onCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        className="field-sizing-content block max-h-[38vh] min-h-11.5 w-full resize-none bg-transparent px-3 pt-2.5 pb-1 text-lg outline-none placeholder:text-ink-3"
      />
      <div className="flex items-center gap-1 px-2 pb-2">
        <IconButton label={t("callSomebody")} onClick={callSomebody}>
          <AtSign className="size-4.5" />
        </IconButton>
        <span className="ms-auto me-2 text-sm text-ink-2 max-lg:hidden">{t("onlyTeam")}</span>
        <Button type="submit" disabled={!canSubmit}>
          {submitLabel}
          <span className="max-md:hidden">
            <Kbd faint>{sendKey === "Enter" ? "↵" : "Ctrl ↵"}</Kbd>
          </span>
        </Button>
      </div>
    </form>
  );
}
