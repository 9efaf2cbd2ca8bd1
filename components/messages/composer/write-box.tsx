"use client";

import { useTranslations } from "next-intl";
import { lazy, type ReactNode, type Ref, Suspense } from "react";
import { AnsweredNotice } from "@/components/company/answered-notice";
import type { ConversationActions } from "@/components/conversations/use-conversation-actions";
import { useColon } from "@/components/emoji/use-colon";
import { sendKeyOf } from "@/components/keyboard/bindings";
import { usePreferences } from "@/components/preferences/use-preferences";
import { useSlash } from "@/components/quick-replies/use-slash";
import { useVariableValues } from "@/components/quick-replies/use-variable-values";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { Message } from "@/lib/messages/types";
import { onComposeKey } from "./compose-keys";
import { editBox } from "./editing/edit-box";
import type { Selected } from "./editing/format";
import { Preview } from "./preview";
import { Quoted } from "./quoted";
import { Toolbar } from "./toolbar";
import { UnreadyNotice } from "./unready-notice";
import { useCompose } from "./use-compose";

const ColonMenu = lazy(() => import("@/components/emoji/colon-menu"));
const SlashMenu = lazy(() => import("@/components/quick-replies/slash-menu"));

type WriteBoxProps = {
  conversation: ConversationSummary;
  actions: ConversationActions;
  quoted: Message | null;
  onQuoted: (message: Message | null) => void;
  /** Above the words: the switch between answer and note. */
  head: ReactNode;
  ref: Ref<HTMLTextAreaElement>;
};

export function WriteBox({ conversation, actions, quoted, onQuoted, head, ref }: WriteBoxProps) {
  const t = useTranslations("inbox.composer");
  const compose = useCompose({ conversationId: conversation.id, quoted, onQuoted });
  const { box, text } = compose;
  const sendKey = sendKeyOf(usePreferences().keys);
  const values = useVariableValues(conversation);
  const edit = (next: Selected) => box.current && editBox(box.current, next);
  const slash = useSlash({ box, text, values, edit });
  const colon = useColon({ box, text, edit });
  const list = slash.slash && slash.shown.length > 0 ? slash : colon.shown.length > 0 ? colon : null;
  const sendAndResolve = () => compose.send({ onSent: actions.resolve });
  const leave = () => {
    if (quoted) onQuoted(null);
    return quoted !== null;
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        compose.send();
      }}
      className="relative mx-4 mt-2 mb-3.5 rounded-xl border border-line-strong bg-surface shadow-low transition-colors focus-within:border-accent max-md:mx-2 max-md:mb-2"
    >
      {slash.slash && (
        <Suspense>
          <SlashMenu state={slash} values={values} />
        </Suspense>
      )}
      {colon.shown.length > 0 && (
        <Suspense>
          <ColonMenu state={colon} />
        </Suspense>
      )}
      {head}
      {quoted && <Quoted message={quoted} onDrop={() => onQuoted(null)} />}
      <Preview text={text} />
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
        aria-invalid={compose.unready === "tooLong" || undefined}
        aria-autocomplete="list"
        aria-controls={list?.id}
        aria-activedescendant={list?.optionId(list.active)}
        placeholder={t("placeholder")}
        onChange={(event) => compose.write(event.target.value)}
        onSelect={() => {
          slash.onSelect();
          colon.onSelect();
        }}
        onBlur={() => {
          slash.leave();
          colon.leave();
        }}
        onKeyDown={(event) => {
          if (slash.onKey(event) || colon.onKey(event)) return;
          onComposeKey(event, { sendKey, send: () => compose.send(), sendAndResolve, leave });
        }}
        className="field-sizing-content block max-h-[38vh] min-h-11.5 w-full resize-none bg-transparent px-3 pt-2.5 pb-1 text-lg outline-none placeholder:text-ink-3"
      />
      <UnreadyNotice compose={compose} />
      {compose.guard.answer && (
        <AnsweredNotice answer={compose.guard.answer} onWait={compose.guard.pass} onSend={compose.sendAsItIs} />
      )}
      <Toolbar conversation={conversation} compose={compose} onSendAndResolve={sendAndResolve} />
    </form>
  );
}
