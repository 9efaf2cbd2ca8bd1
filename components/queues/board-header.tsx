"use client";

import { useNow, useTimeZone, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useLiveState } from "@/components/realtime/provider";
import { Button } from "@/components/ui/button";
import type { Wallboard } from "@/lib/queues/types";
import { enterFullScreen } from "./full-screen";
import type { BoardUrl } from "./use-board-url";
import { useBoardWords } from "./use-board-words";

/** What is looked at, whether it is of this moment, and by whose clock. */
export function BoardHeader({ board, url }: { board: Wallboard | undefined; url: BoardUrl }) {
  const t = useTranslations("queues");
  const words = useBoardWords();
  const { departmentId } = url.place;
  const choose = (id: string) => {
    const chosen = id === "" ? null : id;
    url.show({ departmentId: chosen, asked: { list: "line", departmentId: chosen, memberId: null } });
  };
  const openTv = () => {
    enterFullScreen();
    url.show({ tv: "dark" });
  };
  return (
    <header className="flex flex-wrap items-center gap-x-2.5 gap-y-2">
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      {board && <Freshness at={board.at} />}
      <span className="flex-1" />
      <select
        aria-label={t("filter")}
        value={departmentId ?? ""}
        onChange={(event) => choose(event.target.value)}
        className="h-7.5 max-w-52 truncate rounded-md border border-line-strong bg-surface px-2 text-sm font-medium"
      >
        <option value="">{t("all")}</option>
        {board?.queues.map(
          (queue) =>
            queue.departmentId !== null && (
              <option key={queue.departmentId} value={queue.departmentId}>
                {words.nameOf(queue)}
              </option>
            ),
        )}
      </select>
      <Button onClick={openTv} disabled={!board}>
        {t("tv")}
      </Button>
    </header>
  );
}

function Freshness({ at }: { at: string }) {
  const t = useTranslations("queues");
  const isLive = useLiveState() === "live";
  const words = useTimeWords();
  const zone = useTimeZone() ?? "UTC";
  const now = useNow({ updateInterval: 1000 });
  return (
    <span className="text-sm text-ink-3 tabular-nums" suppressHydrationWarning>
      {isLive
        ? t("live", { zone, time: words.seconds(now.toISOString()) })
        : t("late", { zone, time: words.seconds(at) })}
    </span>
  );
}
