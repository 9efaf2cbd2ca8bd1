"use client";

import { SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Message } from "@/lib/messages/types";
import type { Attachment } from "./attachment";
import { attachments } from "./attachments";
import { TrayItem } from "./tray-item";
import { useSendAttachment } from "./use-send-attachment";

type TrayProps = {
  conversationId: string;
  items: readonly Attachment[];
  quoted: Message["quoted"];
  onSent: () => void;
};

/** The files that were chosen, each with its caption, how far it is and why it cannot go; and the button that sends them. */
export default function Tray({ conversationId, items, quoted, onSent }: TrayProps) {
  const t = useTranslations("media.tray");
  const sendAttachment = useSendAttachment();
  const leaving = items.filter((item) => item.leaving);
  const waiting = items.filter((item) => !item.leaving && item.state !== "refused");
  const refused = items.filter(({ state }) => state === "refused").length;
  const send = () => {
    if (waiting.length === 0) return;
    attachments.send(conversationId, sendAttachment, quoted);
    onSent();
  };
  return (
    <section
      aria-label={t("label")}
      className="mx-4 mt-2 overflow-hidden rounded-xl border border-line-strong bg-surface shadow-low max-md:mx-2"
    >
      <ul className="max-h-[42vh] divide-y overflow-y-auto overscroll-contain">
        {items.map((item, at) => (
          <TrayItem key={item.id} item={item} isFirst={at === 0} onSend={send} />
        ))}
      </ul>
      <div className="flex min-h-11 items-center gap-3 border-t bg-sunken px-3 py-1.5">
        <p role="status" className="min-w-0 flex-1 truncate text-sm text-ink-2">
          {leaving.length > 0
            ? t("sendOnceUploaded", { count: leaving.length })
            : refused > 0 && t("someRefused", { count: refused })}
        </p>
        {waiting.length > 0 && (
          <Button variant="primary" onClick={send}>
            <SendHorizontal className="size-3.5 rtl:rotate-180" aria-hidden="true" />
            {t("send", { count: waiting.length })}
          </Button>
        )}
      </div>
    </section>
  );
}
