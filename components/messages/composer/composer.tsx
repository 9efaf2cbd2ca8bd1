"use client";

import { useNow } from "next-intl";
import type { Ref } from "react";
import { windowView } from "@/components/conversations/service-window";
import type { ConversationActions } from "@/components/conversations/use-conversation-actions";
import { ScheduledBar } from "@/components/messages/scheduled/scheduled-bar";
import { ModeSwitch, type WriteMode } from "@/components/notes/mode-switch";
import { NoteBox } from "@/components/notes/note-box";
import { TemplatesInComposer } from "@/components/templates/templates-in-composer";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { Message } from "@/lib/messages/types";
import { AttachArea } from "./attach/attach-area";
import { DropVeil } from "./attach/drop-veil";
import { whyClosed } from "./closed";
import { ClosedNotice } from "./closed-notice";
import { OwnerNotice } from "./owner-notice";
import { ReceiptNotice } from "./receipt-notice";
import { WindowNotice } from "./window-notice";
import { WriteBox } from "./write-box";

type ComposerProps = {
  conversation: ConversationSummary;
  actions: ConversationActions;
  quoted: Message | null;
  onQuoted: (message: Message | null) => void;
  mode: WriteMode;
  onMode: (mode: WriteMode) => void;
  ref: Ref<HTMLTextAreaElement>;
};

const NOW_EVERY_MS = 10_000;

/** Where the answer or a note is written; where no answer can be sent, why not and what to do. */
export function Composer({ conversation, actions, quoted, onQuoted, mode, onMode, ref }: ComposerProps) {
  const now = useNow({ updateInterval: NOW_EVERY_MS });
  const window = windowView(conversation.windowClosesAt, now);
  const closed = whyClosed(conversation, window);
  const head = <ModeSwitch mode={mode} onMode={onMode} />;
  if (mode === "note") {
    return (
      <div className="shrink-0">
        <DropVeil onFiles={null} />
        <NoteBox conversationId={conversation.id} head={head} onDone={() => onMode("reply")} ref={ref} />
      </div>
    );
  }
  if (closed) {
    return (
      <div className="shrink-0">
        <DropVeil onFiles={null} />
        <ScheduledBar conversation={conversation} />
        <div className="px-2">{head}</div>
        <ClosedNotice why={closed} conversation={conversation} window={window} actions={actions} />
      </div>
    );
  }
  return (
    <div className="shrink-0">
      <WindowNotice window={window} />
      <ScheduledBar conversation={conversation} />
      <OwnerNotice conversation={conversation} actions={actions} />
      <ReceiptNotice conversation={conversation} />
      <TemplatesInComposer conversation={conversation} />
      <AttachArea conversation={conversation} quoted={quoted} onQuoted={onQuoted}>
        <WriteBox
          conversation={conversation}
          actions={actions}
          quoted={quoted}
          onQuoted={onQuoted}
          head={head}
          ref={ref}
        />
      </AttachArea>
    </div>
  );
}
