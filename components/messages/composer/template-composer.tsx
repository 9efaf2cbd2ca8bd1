"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useRef, useState } from "react";
import type { WindowView } from "@/components/conversations/service-window";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useActions } from "@/components/keyboard/use-actions";
import { ListSkeleton } from "@/components/templates/picker/list-skeleton";
import type { ConversationSummary } from "@/lib/conversations/types";

const ConversationTemplates = lazy(() => import("@/components/templates/conversation-templates"));

type TemplateComposerProps = {
  why: "windowClosed" | "windowNever";
  conversation: ConversationSummary;
  window: WindowView;
};

/** Outside the 24 hours: why only a template goes, and the templates. */
export function TemplateComposer({ why, conversation, window }: TemplateComposerProps) {
  const t = useTranslations("inbox.closed");
  const loading = useTranslations("templates.list");
  const words = useTimeWords();
  const root = useRef<HTMLElement>(null);
  const since = window.state === "closed" ? words.exact(window.since.toISOString()) : "";
  const [isWanted, setWanted] = useState(false);
  const look = () => {
    const field = root.current?.querySelector<HTMLElement>("[data-first]");
    // Asked for before it was there, it takes the keyboard when it comes.
    if (field) field.focus();
    else setWanted(true);
  };
  useActions({ template: look, reply: look, writeOn: look }, { over: true });
  return (
    <section
      ref={root}
      aria-label={t("templates")}
      className="m-3 flex h-[min(50dvh,460px)] shrink-0 flex-col gap-2.5 rounded-xl border border-line-strong bg-surface p-3 shadow-low max-md:m-2 max-md:h-[58dvh]"
    >
      <div role="status" className="flex items-start gap-2.5">
        <Lock className="mt-0.5 size-4 shrink-0 text-ink-3" aria-hidden="true" />
        <p className="min-w-0 text-pretty text-ink-2">
          <strong className="font-semibold text-ink">{t(`${why}.title`)}.</strong>{" "}
          {t(`${why}.words`, { since, channel: conversation.channel.name })}
        </p>
      </div>
      <Suspense fallback={<ListSkeleton label={loading("loading")} />}>
        <ConversationTemplates conversation={conversation} autoFocus={isWanted} />
      </Suspense>
    </section>
  );
}
