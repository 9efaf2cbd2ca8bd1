"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { UsersRound } from "lucide-react";
import Link from "next/link";
import { useTimeZone, useTranslations } from "next-intl";
import { useState } from "react";
import { useSnapshotCursor } from "@/components/realtime/provider";
import { useMay, useMe } from "@/components/shell/me";
import { ProblemState } from "@/components/shell/problem-state";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { Wallboard } from "@/lib/queues/types";
import { AgentsTable } from "./agents-table";
import { BoardHeader } from "./board-header";
import { type BoardSnapshot, fillBoardQueries } from "./board-snapshot";
import { DepartmentsTable } from "./departments-table";
import { DepthChart } from "./depth-chart";
import { useDrag } from "./drag";
import { Figures } from "./figures";
import { wallboardQuery } from "./queries";
import { RowsCard } from "./rows-card";
import { TvBoard } from "./tv-board";
import { type BoardUrl, useBoardUrl } from "./use-board-url";
import { useQueueActs } from "./use-queue-acts";

/** The queues from what the server read; everything after is kept in step here. */
export function WallboardScreen({ snapshot }: { snapshot: BoardSnapshot }) {
  const client = useQueryClient();
  useState(() => fillBoardQueries(client, snapshot));
  useSnapshotCursor(snapshot.cursor);
  const url = useBoardUrl();
  const timeZone = useTimeZone() ?? "UTC";
  const read = useQuery(wallboardQuery(url.place.departmentId, timeZone));
  if (url.place.tv && read.data) return <TvBoard board={read.data} url={url} />;
  return (
    <main data-pane="board" className="min-h-0 flex-1 overflow-y-auto">
      <div className="flex min-h-full flex-col gap-4 px-7 py-5 max-md:px-3 max-md:py-4">
        <BoardHeader board={read.data} url={url} />
        {read.data ? (
          <Board board={read.data} url={url} />
        ) : read.isError ? (
          <ProblemState error={read.error} onRetry={() => void read.refetch()} />
        ) : (
          <BoardSkeleton />
        )}
      </div>
    </main>
  );
}

function Board({ board, url }: { board: Wallboard; url: BoardUrl }) {
  const t = useTranslations("queues");
  const acts = useQueueActs();
  const drag = useDrag((conversation: ConversationSummary, onto) => {
    const [kind, id = ""] = onto.split(":");
    const target = kind === "member" ? { assigneeId: id } : { assigneeId: null, departmentId: id };
    void acts.assign(conversation, target);
  });
  return (
    <>
      <Figures board={board} url={url} />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1.55fr)_minmax(0,1fr)] gap-4 max-lg:grid-cols-1">
        <div className="flex min-w-0 flex-col rounded-xl border bg-surface">
          <header className="flex min-h-11 items-center gap-3 border-b px-4 py-2">
            <h2 className="flex-1 font-semibold">{t("departments.title")}</h2>
            <span className="text-sm text-ink-3">{t("departments.hint")}</span>
          </header>
          {board.queues.length === 0 ? (
            <NoDepartments />
          ) : (
            <DepartmentsTable queues={board.queues} url={url} drag={drag} />
          )}
          <RowsCard board={board} url={url} drag={drag} acts={acts} />
        </div>
        <div className="flex min-w-0 flex-col rounded-xl border bg-surface [&>section:first-child]:border-t-0">
          {board.agents && (
            <AgentsTable agents={board.agents} weights={board.weights} url={url} drag={drag} acts={acts} />
          )}
          <DepthChart points={board.depth} />
        </div>
      </div>
    </>
  );
}

function NoDepartments() {
  const t = useTranslations("queues.departments");
  const { slug } = useMe().workspace;
  const mayManage = useMay("departments.manage");
  const action = mayManage && (
    <Link href={`/${slug}/settings/departments`} className="font-medium text-accent hover:underline">
      {t("add")}
    </Link>
  );
  return (
    <EmptyState icon={<UsersRound />} title={t("empty")} action={action}>
      {t("emptyWords")}
    </EmptyState>
  );
}

function BoardSkeleton() {
  return (
    <div className="flex flex-1 flex-col gap-4">
      <Skeleton className="h-25 rounded-xl" />
      <Skeleton className="h-100 rounded-xl" />
    </div>
  );
}
