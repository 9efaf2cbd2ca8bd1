"use client";

import { useQuery } from "@tanstack/react-query";
import { MessageSquareText, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SettingsPage } from "@/components/settings/settings-page";
import { useMay } from "@/components/shell/me";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Table, Td, Th } from "@/components/ui/table";
import type { QuickReply } from "@/lib/quick-replies/types";
import { quickRepliesQuery } from "./queries";
import { QuickReplyDialog } from "./quick-reply-dialog";
import { rankQuickReplies } from "./rank";
import { ScopeTag } from "./scope-tag";
import { useDelete } from "./use-delete";

type ScreenProps = { replies: QuickReply[]; departments: { id: string; name: string }[] };

export function QuickRepliesScreen({ replies: initial, departments }: ScreenProps) {
  const t = useTranslations("settings.quick-replies");
  const replies = useQuery({ ...quickRepliesQuery, initialData: initial }).data;
  const [query, setQuery] = useState("");
  const [edited, setEdited] = useState<QuickReply | "new" | null>(null);
  const add = (
    <Button variant="primary" onClick={() => setEdited("new")}>
      <Plus className="size-4" aria-hidden="true" />
      {t("add")}
    </Button>
  );
  const shown = query.trim() === "" ? replies : rankQuickReplies(replies, query.trim());
  return (
    <SettingsPage title={t("title")} words={t("words")} action={replies.length > 0 && add}>
      {replies.length > 5 && (
        <Input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="max-w-80"
        />
      )}
      <Card>
        {replies.length === 0 && (
          <EmptyState icon={<MessageSquareText />} title={t("empty")} action={add}>
            {t("emptyWords")}
          </EmptyState>
        )}
        {shown.length > 0 && <Replies replies={shown} onEdit={setEdited} />}
        {replies.length > 0 && shown.length === 0 && (
          <p className="p-6 text-center text-ink-2">{t("noMatch", { query })}</p>
        )}
      </Card>
      {edited && (
        <QuickReplyDialog
          reply={edited === "new" ? null : edited}
          departments={departments}
          onClose={() => setEdited(null)}
        />
      )}
    </SettingsPage>
  );
}

function Replies({ replies, onEdit }: { replies: QuickReply[]; onEdit: (reply: QuickReply) => void }) {
  const t = useTranslations("settings.quick-replies");
  const mayManage = useMay("quickReplies.manageShared");
  const remove = useDelete();
  return (
    <Table
      caption={t("title")}
      head={
        <>
          <Th>{t("shortcut")}</Th>
          <Th className="w-full">{t("text")}</Th>
          <Th>{t("scope")}</Th>
          <Th>
            <span className="sr-only">{t("edit")}</span>
          </Th>
        </>
      }
    >
      {replies.map((reply) => (
        <tr key={reply.id}>
          <Td className="font-mono text-sm font-semibold whitespace-nowrap">
            <bdi dir="ltr">/{reply.shortcut}</bdi>
          </Td>
          <Td className="max-md:w-full">
            <p dir="auto" className="line-clamp-2 min-w-60 text-ink-2">
              {reply.text}
            </p>
          </Td>
          <Td>
            <ScopeTag {...reply} />
          </Td>
          <Td className="whitespace-nowrap text-end">
            {(mayManage || reply.scope === "personal") && (
              <>
                <Button aria-label={t("editOf", { shortcut: reply.shortcut })} onClick={() => onEdit(reply)}>
                  {t("edit")}
                </Button>{" "}
                <Button
                  variant="quiet"
                  aria-label={t("deleteOf", { shortcut: reply.shortcut })}
                  onClick={() => remove(reply)}
                >
                  {t("delete")}
                </Button>
              </>
            )}
          </Td>
        </tr>
      ))}
    </Table>
  );
}
