"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useMe } from "@/components/shell/me";
import type { Message } from "@/lib/messages/types";
import { useThreadPlace } from "./thread-context";
import { Ticks } from "./ticks";

const facts = ["acceptedAt", "sentAt", "deliveredAt", "readAt", "playedAt", "failedAt"] as const;

/** When, how far it came, and who wrote it; each time of its way on hover, everything else on a click. */
export function BubbleFoot({ message }: { message: Message }) {
  const t = useTranslations("inbox.thread");
  const words = useTimeWords();
  const isOurs = message.direction === "out";
  const way = facts.flatMap((fact) => {
    const at = message[fact];
    return at ? [t(fact, { time: words.exact(at) })] : [];
  });
  const title = [words.exact(message.at), ...way].join("\n");
  const { showInfo } = useThreadPlace();
  const moment = (
    <>
      <time dateTime={message.at}>{words.clock(message.at)}</time>
      {isOurs && <Ticks status={message.status} />}
    </>
  );
  return (
    <p
      title={title}
      className={clsx(
        "ms-auto flex flex-wrap items-center justify-end gap-x-1.5 text-xs leading-5",
        isOurs ? "text-ink-2" : "text-ink-3",
      )}
    >
      <Author message={message} />
      {message.editedAt && <span>{t("edited")}</span>}
      {message.deliveredAfterFailure && <span className="text-warn">{t("deliveredAfterFailure")}</span>}
      {showInfo ? (
        <button
          type="button"
          onClick={() => showInfo(message)}
          className="flex items-center gap-x-1.5 rounded-sm underline-offset-2 hover:underline"
        >
          {moment}
          <span className="sr-only">{t("info")}</span>
        </button>
      ) : (
        moment
      )}
    </p>
  );
}

function Author({ message }: { message: Message }) {
  const t = useTranslations("inbox.thread.author");
  const { kind, id, name } = message.author;
  const me = useMe();
  if (kind === "contact" || (id !== null && id === me.id)) return null;
  if (kind === "member" || kind === "api") return name ? <bdi>{name}</bdi> : null;
  return <span>{t(kind)}</span>;
}
