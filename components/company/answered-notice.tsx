"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Message } from "@/lib/messages/types";

type NoticeProps = {
  answer: Message;
  /** Without it the button submits the form around it. */
  onSend?: () => void;
  onWait: () => void;
};

/** A colleague was quicker: what they wrote, before a second answer goes out. */
export function AnsweredNotice({ answer, onSend, onWait }: NoticeProps) {
  const t = useTranslations("inbox.company");
  return (
    <div
      role="alert"
      className="mx-2 mb-2 flex flex-wrap items-center gap-2 rounded-md bg-warn-soft px-3 py-2 text-sm text-warn"
    >
      <p className="min-w-0 flex-1">
        <span className="font-semibold">
          {answer.author.name ? t("answered", { name: answer.author.name }) : t("answeredElsewhere")}
        </span>{" "}
        <span dir="auto" className="line-clamp-2 text-ink-2">
          {answer.text}
        </span>
      </p>
      <Button size="small" onClick={onWait}>
        {t("wait")}
      </Button>
      <Button type={onSend ? "button" : "submit"} size="small" variant="primary" onClick={onSend}>
        {t("sendAnyway")}
      </Button>
    </div>
  );
}
