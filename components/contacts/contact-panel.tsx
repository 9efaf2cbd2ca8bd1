"use client";

import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { X } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import type { PanelState } from "@/components/conversations/use-panel";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { PanelLabels } from "@/components/labels/panel-labels";
import { PanelReminders } from "@/components/reminders/panel-reminders";
import { PanelSkills } from "@/components/routing/panel-skills";
import { PanelSurveys } from "@/components/satisfaction/panel-surveys";
import { ProblemState } from "@/components/shell/problem-state";
import { useAtRest } from "@/components/threads/at-rest";
import { Avatar } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import type { ConversationSummary } from "@/lib/conversations/types";
import { Before } from "./before";
import { BlockedNotice } from "./blocked-notice";
import { Consents } from "./consents";
import { Details } from "./details";
import { EraseSection } from "./erase-section";
import { Fields } from "./fields";
import { FoldingContext } from "./folded";
import { Identities } from "./identities";
import { PanelMedia } from "./panel-media";
import { PanelNotes } from "./panel-notes";
import { PanelTimeline } from "./panel-timeline";
import { contactQuery } from "./queries";

type PanelProps = { conversation: ConversationSummary; state: PanelState; onClose: () => void };

/** Who the conversation is with. Beside the thread, over it where there is no room. */
export function ContactPanel({ conversation, state, onClose }: PanelProps) {
  const t = useTranslations("inbox.panel");
  return (
    <aside
      aria-label={t("label")}
      className={clsx(
        "z-20 w-78 shrink-0 flex-col overflow-y-auto border-s bg-surface",
        state === "closed" && "hidden",
        state === "auto" && "hidden xl:flex",
        state === "open" && "absolute inset-y-0 end-0 flex shadow-high max-md:w-full xl:static xl:shadow-none",
      )}
    >
      {state !== "closed" && <PanelBody conversation={conversation} onClose={onClose} />}
    </aside>
  );
}

function PanelBody({ conversation, onClose }: Omit<PanelProps, "state">) {
  const t = useTranslations("inbox.panel");
  const words = useTimeWords();
  const now = useNow();
  const isAtRest = useAtRest();
  const query = useQuery({ ...contactQuery(conversation.contact.id), enabled: isAtRest });
  const contact = isAtRest ? query.data : undefined;
  const name = contact?.name ?? conversation.contact.name;
  return (
    <>
      <header className="flex items-center gap-3 border-b p-4">
        <Avatar name={name} seed={conversation.contact.id} size="large" />
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-lg font-semibold">
            <bdi>{name}</bdi>
          </h2>
          <p className="text-sm text-ink-3">
            {contact ? (
              t("since", { date: words.date(contact.createdAt, now) })
            ) : (
              <Skeleton className="mt-1 h-3 w-24" />
            )}
          </p>
        </div>
        <span className="xl:hidden">
          <IconButton label={t("close")} onClick={onClose}>
            <X className="size-4.5" />
          </IconButton>
        </span>
      </header>
      {query.isError ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : contact ? (
        <FoldingContext value={true}>
          <BlockedNotice contact={contact} className="px-4 pt-3" />
          <Details contact={contact} />
          <Fields contact={contact} />
          <Identities identities={contact.identities} />
          <Consents contact={contact} />
          <PanelLabels conversation={conversation} />
          <PanelSkills conversationId={conversation.id} />
          <PanelNotes conversation={conversation} />
          <PanelReminders conversationId={conversation.id} />
          <PanelSurveys contactId={contact.id} />
          <PanelMedia contactId={contact.id} conversation={conversation} />
          <PanelTimeline contactId={contact.id} />
          <Before contactId={contact.id} presentId={conversation.id} />
          <EraseSection contact={contact} />
        </FoldingContext>
      ) : (
        <div role="status" className="flex flex-col gap-3 p-4">
          <span className="sr-only">{t("loading")}</span>
          <Skeleton className="h-3 w-40" />
          <Skeleton className="h-3 w-52" />
          <Skeleton className="h-3 w-32" />
        </div>
      )}
    </>
  );
}
