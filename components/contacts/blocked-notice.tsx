"use client";

import { Ban } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useMay } from "@/components/shell/me";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Contact } from "@/lib/contacts/types";
import { useBlock } from "./use-block";

/** Since when, on which numbers, and the way back. Nothing where nobody is blocked. */
export function BlockedNotice({ contact, className = "" }: { contact: Contact; className?: string }) {
  const t = useTranslations("contacts.block");
  const words = useTimeWords();
  const now = useNow();
  const list = useFormatter().list;
  const mayBlock = useMay("contacts.block");
  const { unblock } = useBlock(contact.id);
  if (!contact.blockedAt) return null;
  return (
    <div className={`mx-auto mb-4 max-w-230 ${className}`}>
      <Notice
        tone="bad"
        icon={<Ban aria-hidden="true" />}
        action={
          mayBlock && (
            <Button size="small" busy={unblock.isPending} onClick={() => unblock.mutate()}>
              {t("unblock")}
            </Button>
          )
        }
      >
        <span title={words.exact(contact.blockedAt)}>
          {t("since", {
            date: words.short(contact.blockedAt, now),
            numbers: list(contact.blockedOn.map(({ name }) => name)),
            count: contact.blockedOn.length,
          })}
        </span>
      </Notice>
    </div>
  );
}
