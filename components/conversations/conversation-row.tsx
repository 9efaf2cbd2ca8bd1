"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { useDraft } from "@/components/messages/composer/drafts";
import { Ticks } from "@/components/messages/ticks";
import { Avatar } from "@/components/ui/avatar";
import { Count } from "@/components/ui/count";
import { Tag } from "@/components/ui/tag";
import type { ConversationSummary } from "@/lib/conversations/types";
import { windowView } from "./service-window";
import { useTimeWords } from "./use-time-words";
import { urgencyOf } from "./waiting";
import { WindowRing } from "./window-ring";

export const ROW_HEIGHT = 82;

const waitTones = { calm: "text-ink-3", soon: "font-semibold text-warn", late: "font-semibold text-bad" };

type RowProps = {
  conversation: ConversationSummary;
  isSelected: boolean;
  now: Date;
  /** Whose it is is worth a word where not all are the member's own. */
  showAssignee: boolean;
};

export const ConversationRow = memo(function ConversationRow({
  conversation,
  isSelected,
  now,
  showAssignee,
}: RowProps) {
  const t = useTranslations("inbox.row");
  const { contact, unreadCount } = conversation;
  const isNew = unreadCount > 0;
  return (
    <div
      className={clsx(
        "relative grid h-full grid-cols-[36px_minmax(0,1fr)] gap-2.5 border-b px-3 py-2.5 transition-colors",
        isSelected ? "bg-accent-soft" : "group-hover/row:bg-hover/60",
      )}
    >
      {isSelected && <span className="absolute inset-y-0 start-0 w-[3px] bg-accent" />}
      <Avatar name={contact.name} seed={contact.id}>
        <WindowRing view={windowView(conversation.windowClosesAt, now)} />
      </Avatar>
      <div className="min-w-0">
        <div className="flex items-baseline gap-2">
          <span dir="auto" className={clsx("truncate", isNew ? "font-semibold" : "font-medium")}>
            {contact.name}
          </span>
          <RowTime conversation={conversation} now={now} />
        </div>
        <LastLine conversation={conversation} isNew={isNew} />
        <div className="mt-1 flex items-center gap-1">
          <RowTags conversation={conversation} now={now} showAssignee={showAssignee} />
          {isNew && (
            <span className="ms-auto shrink-0">
              <Count value={unreadCount} label={t("unread", { count: unreadCount })} />
            </span>
          )}
        </div>
      </div>
    </div>
  );
});

function RowTime({ conversation, now }: { conversation: ConversationSummary; now: Date }) {
  const t = useTranslations("inbox.row");
  const words = useTimeWords();
  const { waitingSince, lastActivityAt, state } = conversation;
  const isWaiting = waitingSince !== null && state !== "resolved";
  return (
    <time
      dateTime={waitingSince ?? lastActivityAt}
      title={
        isWaiting
          ? t("waitingSince", { time: words.exact(waitingSince) })
          : t("lastActivity", { time: words.exact(lastActivityAt) })
      }
      className={clsx(
        "ms-auto shrink-0 text-xs",
        isWaiting ? waitTones[urgencyOf(new Date(waitingSince), now)] : "text-ink-3",
      )}
    >
      {isWaiting ? words.span(waitingSince, now) : words.short(lastActivityAt, now)}
    </time>
  );
}

function LastLine({ conversation, isNew }: { conversation: ConversationSummary; isNew: boolean }) {
  const t = useTranslations("inbox.row");
  const draft = useDraft(conversation.id);
  const { lastMessage } = conversation;
  if (draft.trim() !== "") {
    return (
      <p className="flex gap-1.5 text-ink-2">
        <span className="shrink-0 font-medium text-warn">{t("draft")}</span>
        <span dir="auto" className="truncate">
          {draft}
        </span>
      </p>
    );
  }
  return (
    <p className={clsx("flex items-center gap-1.5", isNew ? "text-ink" : "text-ink-2")}>
      {lastMessage?.direction === "out" && <Ticks status={lastMessage.status} />}
      <span dir="auto" className="truncate">
        {lastMessage?.text ?? t("noMessage")}
      </span>
    </p>
  );
}

function RowTags({ conversation, now, showAssignee }: Omit<RowProps, "isSelected">) {
  const t = useTranslations("inbox.row");
  const words = useTimeWords();
  const { lastMessage, department, assignee, owner, state } = conversation;
  const window = windowView(conversation.windowClosesAt, now);
  const hasFailed = lastMessage?.direction === "out" && lastMessage.status === "failed";
  return (
    <span className="flex min-w-0 gap-1 overflow-hidden">
      {hasFailed && <Tag tone="bad">{t("notDelivered")}</Tag>}
      {owner === "other" && <Tag tone="warn">{t("otherResponder")}</Tag>}
      {state !== "resolved" && window.state === "open" && window.urgency !== "calm" && (
        <Tag tone={window.urgency === "late" ? "bad" : "warn"}>{t("window", { left: words.left(window.leftMs) })}</Tag>
      )}
      {state !== "resolved" && window.state === "closed" && <Tag>{t("windowClosed")}</Tag>}
      {showAssignee && <Tag>{assignee?.name ?? t("nobody")}</Tag>}
      {department && <Tag>{department.name}</Tag>}
    </span>
  );
}
