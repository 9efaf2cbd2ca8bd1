"use client";

import { useNow } from "next-intl";
import type { Ref } from "react";
import { windowView } from "@/components/conversations/service-window";
import type { ConversationActions } from "@/components/conversations/use-conversation-actions";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { Message } from "@/lib/messages/types";
import { whyClosed } from "./closed";
import { ClosedNotice } from "./closed-notice";
import { OwnerNotice } from "./owner-notice";
import { WindowNotice } from "./window-notice";
import { WriteBox } from "./write-box";

type ComposerProps = {
  conversation: ConversationSummary;
  actions: ConversationActions;
  quoted: Message | null;
  onQuoted: (message: Message | null) => void;
  ref: Ref<HTMLTextAreaElement>;
};

const NOW_EVERY_MS = 10_000;

/** Where the answer is written; where none can be sent, why not and what to do. */
export function Composer({ conversation, actions, quoted, onQuoted, ref }: ComposerProps) {
  const now = useNow({ updateInterval: NOW_EVERY_MS });
  const window = windowView(conversation.windowClosesAt, now);
  const closed = whyClosed(conversation, window);
  if (closed) return <ClosedNotice why={closed} conversation={conversation} window={window} actions={actions} />;
  return (
    <div className="shrink-0">
      <WindowNotice window={window} />
      <OwnerNotice conversation={conversation} actions={actions} />
      <WriteBox conversationId={conversation.id} quoted={quoted} onQuoted={onQuoted} ref={ref} />
    </div>
  );
}
