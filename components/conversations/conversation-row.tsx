"use client";

import { clsx } from "clsx";
import { AtSign } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { useDraft } from "@/components/drafts/provider";
import { LabelChip } from "@/components/labels/label-chip";
import { Ticks } from "@/components/messages/ticks";
import { useGistWords } from "@/components/messages/use-gist-words";
import { LevelPill } from "@/components/service-levels/level-pill";
import { Avatar } from "@/components/ui/avatar";
import { Count } from "@/components/ui/count";
import { Tag } from "@/components/ui/tag";
import type { ConversationSummary } from "@/lib/conversations/types";
import { isSeen } from "./is-seen";
import { PriorityMark } from "./priority-mark";
import { windowView } from "./service-window";
import { useTimeWords } from "./use-time-words";
import { urgencyOf } from "./waiting";
import { WindowRing } from "./window-ring";

export const rowHeights = { comfortable: 82, compact: 73 };

const waitTones = { calm: "text-ink-3", soon: "font-semibold text-warn", late: "font-semibold text-bad" };

type RowProps = {
  conversation: ConversationSummary;
  isSelected: boolean;
  /** Chosen for what is done with several. */
  isMarked: boolean;
  now: Date;
  /** Whose it is is worth a word where not all are the member's own. */
  showAssignee: boolean;
};

export const ConversationRow = memo(function ConversationRow({
  conversation,
  isSelected,
  isMarked,
  now,
  showAssignee,
}: RowProps) {
  const t = useTranslations("inbox.row");
  const { contact, unreadCount } = conversation;
  const isNew = unreadCount > 0 && !isSeen(conversation);
  return (
    <div
      className={clsx(
        "relative grid h-full grid-cols-[36px_minmax(0,1fr)] gap-2.5 border-b px-3 py-2.5 transition-colors",
        isSelected || isMarked ? "bg-accent-soft" : "group-hover/row:bg-hover/60",
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
          <span className="self-center">
            <PriorityMark priority={conversation.priority} />
          </span>
          <RowTime conversation={conversation} now={now} />
        </div>
        <LastLine conversation={conversation} isNew={isNew} />
        <div className="mt-1 flex items-center gap-1">
          <RowTags conversation={conversation} now={now} showAssignee={showAssignee} />
          <span className="ms-auto flex shrink-0 items-center gap-1">
            {conversation.mention?.isUnread && <MentionMark />}
            {isNew && <Count value={unreadCount} label={t("unread", { count: unreadCount })} />}
          </span>
        </div>
      </div>
    </div>
  );
});

function MentionMark() {
  const t = useTranslations("inbox.row");
  return (
    <span
      title={t("mentioned")}
      className="grid size-4 place-items-center rounded-full bg-note text-warn ring-1 ring-note-line"
    >
      <AtSign className="size-2.5 stroke-[2.5]" aria-hidden="true" />
      <span className="sr-only">{t("mentioned")}</span>
    </span>
  );
}

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
  const gistWords = useGistWords();
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
        {lastMessage ? gistWords(lastMessage) : t("noMessage")}
      </span>
    </p>
  );
}

function RowTags({ conversation, now, showAssignee }: Omit<RowProps, "isSelected" | "isMarked">) {
  const t = useTranslations("inbox.row");
  const words = useTimeWords();
  const { lastMessage, department, assignee, owner, state, snoozedUntil, labels } = conversation;
  const window = windowView(conversation.windowClosesAt, now);
  const hasFailed = lastMessage?.direction === "out" && lastMessage.status === "failed";
  return (
    <span className="flex min-w-0 gap-1 overflow-hidden">
      {state === "snoozed" && (
        <Tag tone="accent">
          {snoozedUntil ? t("snoozedUntil", { time: words.when(snoozedUntil, now) }) : t("snoozed")}
        </Tag>
      )}
      {conversation.serviceLevel && <LevelPill level={conversation.serviceLevel} />}
      {hasFailed && <Tag tone="bad">{t("notDelivered")}</Tag>}
      {owner === "other" && <Tag tone="warn">{t("otherResponder")}</Tag>}
      {state !== "resolved" && window.state === "open" && window.urgency !== "calm" && (
        <Tag tone={window.urgency === "late" ? "bad" : "warn"}>{t("window", { left: words.left(window.leftMs) })}</Tag>
      )}
      {state !== "resolved" && window.state === "closed" && <Tag>{t("windowClosed")}</Tag>}
      {showAssignee && <Tag>{assignee?.name ?? t("nobody")}</Tag>}
      {labels.map((label) => (
        <LabelChip key={label.id} label={label} />
      ))}
      {department && <Tag>{department.name}</Tag>}
    </span>
  );
}
