"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { shownPhone } from "@/components/contacts/shown-phone";
import { useSettled } from "@/components/search/use-settled";
import type { Recipient } from "@/components/templates/fill/use-filling";
import { moveByArrows } from "@/components/templates/picker/move-by-arrows";
import { Avatar } from "@/components/ui/avatar";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { FoundRecipients } from "./found-recipients";
import { contactSearchQuery } from "./queries";
import { usePhoneWords } from "./use-phone-words";

type RecipientFieldProps = {
  value: Recipient | null;
  /** Our own number: one without a country code is read as its neighbour. */
  near: string | null;
  onChange: (recipient: Recipient | null) => void;
};

/** A contact by name or number, or a number that is new. */
export function RecipientField({ value, near, onChange }: RecipientFieldProps) {
  const t = useTranslations("templates.new");
  const root = useRef<HTMLDivElement>(null);
  const [text, setText] = useState("");
  const search = useSettled(text.trim());
  const { phone, problem } = usePhoneWords(text, near);
  const found = useQuery(contactSearchQuery(search));
  const contacts = search.length > 0 && found.data ? found.data.items : [];
  const choose = (recipient: Recipient) => {
    setText("");
    onChange(recipient);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      root.current?.querySelector<HTMLElement>("[data-row]")?.click();
    } else if (root.current) {
      moveByArrows(event, root.current);
    }
  };
  if (value) return <Chosen recipient={value} onDrop={() => onChange(null)} />;
  const isSettled = search === text.trim() && !found.isFetching;
  const error = isSettled && contacts.length === 0 ? problem : undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Arrow keys move among the buttons inside, which have their own roles.
    <div ref={root} onKeyDown={onKeyDown} className="flex flex-col gap-1.5">
      <Field label={t("to")} error={error}>
        <Input
          data-first
          data-slot=""
          autoFocus
          dir="auto"
          autoComplete="off"
          placeholder={t("toPlaceholder")}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
      {text.trim() !== "" && (
        <FoundRecipients
          contacts={contacts}
          phone={phone}
          isEmpty={isSettled && problem === undefined && search.length > 1}
          onChoose={choose}
        />
      )}
    </div>
  );
}

function Chosen({ recipient, onDrop }: { recipient: Recipient; onDrop: () => void }) {
  const t = useTranslations("templates.new");
  const { contactId, name, phone } = recipient;
  const number = phone === null ? null : shownPhone(phone);
  const shown = name || number || "";
  return (
    <div className="flex flex-col gap-1">
      <span className="text-sm font-medium">{t("to")}</span>
      <p className="flex h-8.5 items-center gap-2 rounded-md bg-sunken ps-1.5 pe-0.5">
        <Avatar name={shown} seed={contactId ?? shown} size="small" />
        <span className="min-w-0 truncate font-medium">
          <bdi>{shown}</bdi>
        </span>
        <span className="min-w-0 flex-1 truncate text-sm text-ink-3">
          {shown !== number && number && <span dir="ltr">{number}</span>}
          {contactId === null && ` ${t("newNumber")}`}
        </span>
        <IconButton label={t("change")} onClick={onDrop}>
          <X className="size-4" />
        </IconButton>
      </p>
    </div>
  );
}
