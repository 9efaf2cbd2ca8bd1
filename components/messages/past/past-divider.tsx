"use client";

import { useTranslations } from "next-intl";
import { useInboxUrl } from "@/components/conversations/use-inbox-url";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useMe } from "@/components/shell/me";
import { onPlainClick } from "@/components/shell/plain-click";
import type { PastConversation } from "@/lib/conversations/types";

type DividerProps = { past: PastConversation; now: Date };

/** Where an earlier conversation begins: when, on which number, and the way to it. */
export function PastHead({ past, now }: DividerProps) {
  const t = useTranslations("inbox.thread.past");
  const words = useTimeWords();
  const url = useInboxUrl();
  return (
    <h3 className="mx-6 mt-4 mb-1 flex flex-wrap justify-center gap-x-1.5 text-xs text-ink-3 max-md:mx-3">
      <span title={words.exact(past.openedAt)}>{t("opened", { time: words.when(past.openedAt, now) })}</span>
      <bdi>· {past.channel.name}</bdi>
      <a
        href={url.hrefOf(past.id)}
        onClick={onPlainClick(() => url.select(past.id))}
        className="rounded-sm font-medium text-accent hover:underline"
      >
        {t("open")}
      </a>
    </h3>
  );
}

/** Where it ended: when, by whom and why; one on another number may be open still. */
export function PastEnd({ past, now }: DividerProps) {
  const t = useTranslations("inbox.thread.past");
  const words = useTimeWords();
  const me = useMe();
  const { resolvedAt, resolvedBy, closing, isSpam } = past;
  const by = {
    who: resolvedBy?.id === me.id ? "me" : resolvedBy?.name ? "other" : "nobody",
    name: resolvedBy?.name ?? "",
    time: resolvedAt ? words.when(resolvedAt, now) : "",
  };
  const ended = resolvedAt ? t(isSpam ? "spam" : "resolved", by) : t("goesOn");
  return (
    <div
      title={resolvedAt ? words.exact(resolvedAt) : undefined}
      className="mx-6 mt-4 mb-2 flex items-center gap-2.5 text-xs text-ink-2 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line max-md:mx-3"
    >
      <p className="max-w-[70%] text-center text-pretty">
        <span className="font-semibold">{ended}</span>
        {closing?.reason && <span dir="auto"> · {closing.reason}</span>}
        {closing?.note && (
          <span dir="auto" className="block text-ink-3">
            {closing.note}
          </span>
        )}
      </p>
    </div>
  );
}

/** Where the conversation that is open begins, below an earlier one. */
export function PresentDivider({ openedAt, now }: { openedAt: string; now: Date }) {
  const t = useTranslations("inbox.thread.past");
  const words = useTimeWords();
  return (
    <h3 title={words.exact(openedAt)} className="mx-6 mb-2 text-center text-xs text-ink-3 max-md:mx-3">
      {t("present", { time: words.when(openedAt, now) })}
    </h3>
  );
}
