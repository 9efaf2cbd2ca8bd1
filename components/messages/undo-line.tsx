"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useDraftStore } from "@/components/drafts/provider";
import { Button } from "@/components/ui/button";
import type { Message } from "@/lib/messages/types";
import { useScheduled } from "./scheduled/use-scheduled";

/** When this page saw each message first: its own clock then tells how long is left, wherever the server's stands. */
const firstSeen = new Map<string, number>();

/** A message that is still kept back: how long, and the button that brings its words back to the field. */
export function UndoLine({ message }: { message: Message }) {
  const t = useTranslations("composer.undo");
  const drafts = useDraftStore();
  const left = useLeft(message);
  const { cancel } = useScheduled(message, () => {
    const body = (message.content.text as { body?: string } | undefined)?.body;
    const present = drafts.read(message.conversationId);
    if (body) drafts.write(message.conversationId, present.trim() === "" ? body : `${body}\n${present}`);
  });
  if (left <= 0) return null;
  return (
    <p className="mt-1 flex items-center gap-2 text-sm text-ink-3">
      <span aria-hidden="true">{t("left", { seconds: left })}</span>
      <Button size="small" busy={cancel.isPending} onClick={() => cancel.mutate()}>
        {t("undo")}
      </Button>
    </p>
  );
}

function useLeft({ id, at, undoUntil }: Message): number {
  const heldMs = undoUntil ? Date.parse(undoUntil) - Date.parse(at) : 0;
  const seen = firstSeen.get(id) ?? Date.now();
  const [now, setNow] = useState(seen);
  useEffect(() => {
    firstSeen.set(id, firstSeen.get(id) ?? Date.now());
    const ticker = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(ticker);
  }, [id]);
  return Math.ceil((seen + heldMs - now) / 1_000);
}
