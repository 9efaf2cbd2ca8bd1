"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { useActions } from "@/components/keyboard/use-actions";
import { useSnapshotCursor } from "@/components/realtime/provider";
import { EmptyState } from "@/components/ui/empty-state";
import { ConversationList } from "./conversation-list";
import { queryOf } from "./filter";
import { fillQueries, type InboxSnapshot } from "./inbox-snapshot";
import { listQuery } from "./queries";
import { useInboxUrl } from "./use-inbox-url";
import { useMadeReady } from "./use-made-ready";
import { useReadAhead } from "./use-read-ahead";
import { useSelection } from "./use-selection";
import { useSteps } from "./use-steps";
import { carryWriting } from "./use-writing";
import { Views } from "./views";

/** A thread and all that belongs to it come with the first conversation that is opened. */
const ConversationPane = dynamic(() => import("./conversation-pane"), { loading: () => <div className="flex-1" /> });

/** The inbox from what the server read; everything after is kept in step here. */
export function InboxScreen({ snapshot }: { snapshot: InboxSnapshot }) {
  const t = useTranslations("inbox.none");
  const client = useQueryClient();
  useState(() => fillQueries(client, snapshot));
  useSnapshotCursor(snapshot.cursor);
  useMadeReady();

  const url = useInboxUrl();
  const filterBox = useRef<HTMLInputElement>(null);
  const [searched, setSearched] = useState({ text: "", under: "" });
  // Another view is something else to look at: what was searched for before is done with.
  const text = searched.under === queryOf(url.filter) ? searched.text : "";
  const setText = (value: string) => setSearched({ text: value, under: queryOf(url.filter) });
  const pages = useInfiniteQuery(listQuery(url.filter)).data?.pages;
  const shown = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);

  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const selection = useSelection(ids);
  const steps = useSteps(ids, url.selectedId, queryOf(url.filter));
  const readAhead = useReadAhead();
  const move = (step: 1 | -1, { extending = false } = {}) => {
    const next = steps.to(step);
    if (extending && url.selectedId && selection.ids.length === 0) selection.toggle(url.selectedId);
    if (extending && next) selection.extendTo(next);
    if (!next) return;
    carryWriting();
    url.select(next);
    readAhead(ids[ids.indexOf(next) + step]);
  };
  const extend = (step: 1 | -1) => () => move(step, { extending: true });
  useActions({
    next: () => move(1),
    previous: () => move(-1),
    selectNext: extend(1),
    selectPrevious: extend(-1),
    select: url.selectedId ? () => selection.toggle(url.selectedId ?? "") : undefined,
    clearSelection: selection.ids.length > 0 ? selection.clear : undefined,
    filter: () => filterBox.current?.focus(),
  });

  return (
    <div data-pane={url.selectedId ? "thread" : "list"} className="group/inbox flex min-h-0 min-w-0 flex-1">
      <Views url={url} />
      <ConversationList
        url={url}
        shown={shown}
        selection={selection}
        steps={steps}
        text={text}
        onText={setText}
        filterBox={filterBox}
      />
      <main className="flex min-w-0 flex-1 max-md:group-data-[pane=list]/inbox:hidden">
        {url.selectedId ? (
          <ConversationPane key={url.selectedId} conversationId={url.selectedId} onBack={() => url.select(null)} />
        ) : (
          <div className="grid flex-1 place-items-center">
            <EmptyState icon={<MessagesSquare />} title={t("title")}>
              {t("words")}
            </EmptyState>
          </div>
        )}
      </main>
    </div>
  );
}
