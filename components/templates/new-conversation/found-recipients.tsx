"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { shownPhone } from "@/components/contacts/shown-phone";
import type { Recipient } from "@/components/templates/fill/use-filling";
import { Avatar } from "@/components/ui/avatar";
import type { Contact } from "@/lib/contacts/types";

type FoundRecipientsProps = {
  contacts: Contact[];
  /** What was typed, when it is a number that can be written to. */
  phone: { digits: string; shown: string } | null;
  isEmpty: boolean;
  onChoose: (recipient: Recipient) => void;
};

export function FoundRecipients({ contacts, phone, isEmpty, onChoose }: FoundRecipientsProps) {
  const t = useTranslations("templates.new");
  const isNew = phone !== null && !contacts.some((contact) => contact.phone === phone.digits);
  if (contacts.length === 0 && !isNew) {
    return (
      <p role="status" className="text-sm text-ink-3">
        {isEmpty && t("nobody")}
      </p>
    );
  }
  return (
    <ul aria-label={t("contacts")} className="overflow-hidden rounded-lg border bg-surface">
      {contacts.map(({ id, name, phone: digits, username }) => (
        <Row key={id} onChoose={() => onChoose({ contactId: id, name, phone: digits })}>
          <Avatar name={name} seed={id} size="small" />
          <bdi className="min-w-0 truncate font-medium">{name}</bdi>
          <span dir="ltr" className="ms-auto shrink-0 text-sm text-ink-3">
            {digits ? shownPhone(digits) : username && `@${username}`}
          </span>
        </Row>
      ))}
      {isNew && (
        <Row onChoose={() => onChoose({ contactId: null, name: null, phone: phone.digits })}>
          <span className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-accent">
            <UserPlus className="size-3.5" aria-hidden="true" />
          </span>
          <span className="min-w-0 truncate">{t("writeTo", { phone: phone.shown })}</span>
          <span className="ms-auto shrink-0 text-sm text-ink-3">{t("newNumber")}</span>
        </Row>
      )}
    </ul>
  );
}

function Row({ onChoose, children }: { onChoose: () => void; children: ReactNode }) {
  return (
    <li className="border-b last:border-b-0">
      <button
        type="button"
        data-row
        onClick={onChoose}
        className="focus-inset flex h-9 w-full items-center gap-2 px-2 text-start hover:bg-hover"
      >
        {children}
      </button>
    </li>
  );
}
