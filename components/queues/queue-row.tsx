"use client";

import { clsx } from "clsx";
import { GripVertical, MoreHorizontal } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { lazy } from "react";
import { PriorityMark } from "@/components/conversations/priority-mark";
import { useGistWords } from "@/components/messages/use-gist-words";
import { DecisionButton } from "@/components/routing/decision-button";
import { useMay, useMe } from "@/components/shell/me";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Late } from "@/components/ui/late";
import type { QueueList, QueueRow } from "@/lib/queues/types";
import type { Drag } from "./drag";
import { RowReasons } from "./row-reasons";
import { RowTime } from "./row-time";
import type { QueueActs } from "./use-queue-acts";

const loadMenu = () => import("@/components/conversations/assign-menu");
const AssignMenu = lazy(loadMenu);

type RowProps = { row: QueueRow; list: QueueList; drag: Drag; acts: QueueActs };

/** Somebody who waits: since when, what they need, and what can be done; all of it by keyboard too. */
export function QueueRowLine({ row, list, drag, acts }: RowProps) {
  const t = useTranslations("queues.rows");
  const gistWords = useGistWords();
  const me = useMe();
  const mayMove = useMay("conversations.assignOthers");
  const { conversation } = row;
  const { contact, assignee, lastMessage } = conversation;
  const isMine = assignee?.id === me.id;
  const isOver = row.endedAt !== null;
  const mayDrag = (mayMove || isMine) && !isOver;
  const isDragged = drag.dragged?.id === conversation.id;
  return (
    <li
      {...(mayDrag ? drag.source(conversation) : {})}
      className={clsx(
        "group/line grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-3 gap-y-1 border-t px-4 py-2 first:border-t-0 hover:bg-hover/50",
        mayDrag && "cursor-grab",
        isDragged && "opacity-50",
      )}
    >
      {/* On a phone, where nothing is dragged, the second line takes the whole width. */}
      <div className="flex min-w-0 items-center gap-2 max-md:contents">
        {mayDrag && (
          <GripVertical className="-ms-2 size-3.5 shrink-0 text-line-strong max-md:hidden" aria-hidden="true" />
        )}
        <div className="min-w-0 max-md:contents">
          <p className="flex min-w-0 items-center gap-1.5">
            <Link
              href={`/${me.workspace.slug}/inbox/${conversation.id}?view=all`}
              draggable={false}
              dir="auto"
              className="truncate font-medium hover:underline"
            >
              {contact.name}
            </Link>
            <PriorityMark priority={conversation.priority} />
            {assignee && list !== "agent" && (
              <bdi className="truncate text-sm text-ink-3">{isMine ? t("mine") : assignee.name}</bdi>
            )}
            {assignee && (
              <span className="shrink-0 text-sm text-ink-3">
                <DecisionButton
                  asked={{ conversationId: conversation.id, memberId: assignee.id }}
                  about={contact.name}
                />
              </span>
            )}
          </p>
          <p className="flex min-w-0 gap-1.5 text-sm text-ink-3 max-md:order-last max-md:col-span-3">
            <RowReasons row={row} />
            {lastMessage && (
              <span dir="auto" className="min-w-0 truncate">
                {gistWords(lastMessage)}
              </span>
            )}
          </p>
        </div>
      </div>
      <RowTime row={row} />
      <span className="flex items-center gap-1">
        {!isMine && !isOver && (assignee === null || mayMove) && (
          <Button size="small" onClick={() => void acts.assign(conversation, { assigneeId: "me" })}>
            {t(assignee ? "takeOver" : "take")}
            <span className="sr-only">{contact.name}</span>
          </Button>
        )}
        {mayDrag && (
          <Late
            load={loadMenu}
            button={
              <IconButton label={t("move", { name: contact.name })} className="size-6.5">
                <MoreHorizontal className="size-4" />
              </IconButton>
            }
          >
            {(parts) => (
              <AssignMenu
                {...parts}
                conversation={conversation}
                onAssign={(target) => void acts.assign(conversation, target)}
              />
            )}
          </Late>
        )}
      </span>
    </li>
  );
}
