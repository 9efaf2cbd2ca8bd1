"use client";

import { useQuery } from "@tanstack/react-query";
import { Coffee } from "lucide-react";
import Link from "next/link";
import { useTimeZone, useTranslations } from "next-intl";
import { ProblemState } from "@/components/shell/problem-state";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { Wallboard } from "@/lib/queues/types";
import { Defined } from "./defined";
import type { Drag } from "./drag";
import { queueRowsQuery } from "./queries";
import { QueueRowLine } from "./queue-row";
import type { BoardUrl } from "./use-board-url";
import { useBoardWords } from "./use-board-words";
import type { QueueActs } from "./use-queue-acts";

type RowsCardProps = { board: Wallboard; url: BoardUrl; drag: Drag; acts: QueueActs };

/** The conversations behind what was chosen: who is next in a line, what is at risk, what somebody has. */
export function RowsCard({ board, url, drag, acts }: RowsCardProps) {
  const t = useTranslations("queues.rows");
  const { asked } = url.place;
  const timeZone = useTimeZone() ?? "UTC";
  const rows = useQuery(queueRowsQuery(asked, timeZone));
  const title = useTitle(board, url);
  const hidden = rows.data ? rows.data.total - rows.data.items.length : 0;
  return (
    <section aria-label={title} className="border-t">
      <header className="flex min-h-11 items-center gap-3 border-b px-4 py-2">
        <h2 className="min-w-0 flex-1 truncate font-semibold">
          <bdi>{title}</bdi>
        </h2>
        {asked.list === "line" ? (
          <span className="text-sm text-ink-3">
            <Defined meaning={t("orderMeaning", { minutes: board.agingMinutes })} align="end">
              {t("order")}
            </Defined>
          </span>
        ) : (
          <Link
            href={url.hrefOf({ asked: firstAsked(url) })}
            scroll={false}
            className="text-sm text-ink-3 hover:underline"
          >
            {t("backToLine")}
          </Link>
        )}
      </header>
      {rows.isPending && <RowsSkeleton />}
      {rows.isError && !rows.data && <ProblemState error={rows.error} onRetry={() => void rows.refetch()} />}
      {rows.data?.items.length === 0 && (
        <EmptyState icon={<Coffee />} title={t(`empty.${asked.list}`)}>
          {t(`emptyWords.${asked.list}`)}
        </EmptyState>
      )}
      {/* However long the line is, whoever is dragged out of it has a department or an agent in sight. */}
      <ol className="relative lg:max-h-[60dvh] lg:overflow-y-auto">
        {rows.data?.items.map((row) => (
          <QueueRowLine
            key={`${row.conversation.id} ${row.endedAt}`}
            row={row}
            list={asked.list}
            drag={drag}
            acts={acts}
          />
        ))}
      </ol>
      {hidden > 0 && <p className="border-t px-4 py-2 text-sm text-ink-3">{t("more", { count: hidden })}</p>}
    </section>
  );
}

function firstAsked({ place }: BoardUrl) {
  return { list: "line" as const, departmentId: place.departmentId, memberId: null };
}

function useTitle(board: Wallboard, { place }: BoardUrl): string {
  const t = useTranslations("queues.rows");
  const words = useBoardWords();
  const { list, departmentId, memberId } = place.asked;
  if (list === "agent" || list === "resolved") {
    const { name } = board.agents?.find(({ id }) => id === memberId) ?? { name: "–" };
    return t(list === "agent" ? "ofAgent" : "ofResolved", { name });
  }
  const queue = board.queues.find((each) => (each.departmentId ?? "none") === departmentId);
  const name = queue ? words.nameOf(queue) : null;
  return name === null ? t(`titles.${list}`) : t(`titlesOf.${list}`, { name });
}

function RowsSkeleton() {
  return (
    <div className="flex flex-col gap-4 px-4 py-4">
      {["w-2/3", "w-1/2", "w-3/5"].map((width) => (
        <Skeleton key={width} className={`h-4 ${width}`} />
      ))}
    </div>
  );
}
