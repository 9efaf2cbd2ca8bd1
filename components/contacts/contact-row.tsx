"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { Avatar } from "@/components/ui/avatar";
import { Tag } from "@/components/ui/tag";
import type { Contact } from "@/lib/contacts/types";
import { shownPhone } from "./shown-phone";

export const CONTACT_ROW_HEIGHT = 58;

type RowProps = { contact: Contact; isSelected: boolean; now: Date };

export const ContactRow = memo(function ContactRow({ contact, isSelected, now }: RowProps) {
  const t = useTranslations("contacts.list");
  const words = useTimeWords();
  const { name, phone, username } = contact;
  return (
    <div
      className={clsx(
        "relative grid h-full grid-cols-[36px_minmax(0,1fr)] items-center gap-2.5 border-b px-3 transition-colors",
        isSelected ? "bg-accent-soft" : "group-hover/row:bg-hover/60",
      )}
    >
      {isSelected && <span className="absolute inset-y-0 start-0 w-[3px] bg-accent" />}
      <Avatar name={name} seed={contact.id} />
      <div className="min-w-0">
        <div className="flex items-baseline gap-2">
          <span dir="auto" className="truncate font-medium">
            {name}
          </span>
          <time
            dateTime={contact.createdAt}
            title={t("createdAt", { time: words.exact(contact.createdAt) })}
            className="ms-auto shrink-0 text-xs text-ink-3"
          >
            {words.short(contact.createdAt, now)}
          </time>
        </div>
        <div className="flex items-center gap-2 text-sm text-ink-3">
          <span dir="ltr" className="min-w-0 truncate">
            {phone ? shownPhone(phone) : username ? `@${username}` : t("noNumber")}
          </span>
          {contact.blockedAt && (
            <span className="ms-auto">
              <Tag tone="bad">{t("blocked")}</Tag>
            </span>
          )}
        </div>
      </div>
    </div>
  );
});
