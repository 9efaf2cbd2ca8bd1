"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { useShortcuts } from "@/components/keyboard/use-shortcuts";
import { useSnapshotCursor } from "@/components/realtime/provider";
import { EmptyState } from "@/components/ui/empty-state";
import { ConversationList } from "./conversation-list";
import { ConversationPane } from "./conversation-pane";
import { fillQueries, type InboxSnapshot } from "./inbox-snapshot";
import { narrow } from "./narrow";
import { listQuery } from "./queries";
import { useInboxUrl } from "./use-inbox-url";
import { Views } from "./views";

/** The inbox from what the server read; everything after is kept in step here. */
export function InboxScreen({ snapshot }: { snapshot: InboxSnapshot }) {
  const t = useTranslations("inbox.none");
  const client = useQueryClient();
  useState(() => fillQueries(client, snapshot));
  useSnapshotCursor(snapshot.cursor);

  const url = useInboxUrl();
  const filterBox = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const sought = useDeferredValue(text);
  const pages = useInfiniteQuery(listQuery(url.filter)).data?.pages;
  const shown = useMemo(() => narrow(pages?.flatMap((page) => page.items) ?? [], sought), [pages, sought]);

  const move = (step: 1 | -1) => {
    const at = shown.findIndex(({ id }) => id === url.selectedId);
    const next = shown[at === -1 ? 0 : at + step];
    if (next) url.select(next.id);
  };
  useShortcuts({ j: () => move(1), k: () => move(-1), "/": () => filterBox.current?.focus() });

  return (
    <div data-pane={url.selectedId ? "thread" : "list"} className="group/inbox flex min-h-0 min-w-0 flex-1">
      <Views url={url} />
      <ConversationList url={url} shown={shown} text={text} onText={setText} filterBox={filterBox} />
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
