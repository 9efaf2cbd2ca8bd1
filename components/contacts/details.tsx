"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useActions } from "@/components/keyboard/use-actions";
import { useMay } from "@/components/shell/me";
import { useLanguageName } from "@/components/shell/use-language-name";
import type { Contact } from "@/lib/contacts/types";
import { Fact, Facts, PanelSection } from "./panel-section";
import { shownPhone } from "./shown-phone";

const EditContactDialog = lazy(() => import("./edit-contact-dialog"));

export function Details({ contact }: { contact: Contact }) {
  const t = useTranslations("inbox.panel");
  const languageName = useLanguageName();
  const mayEdit = useMay("contacts.edit");
  const [isEditing, setEditing] = useState(false);
  useActions({ editContact: mayEdit ? () => setEditing(true) : "mayNot" });
  const language = contact.language ? languageName(contact.language) : null;
  return (
    <PanelSection
      name="details"
      title={t("details")}
      action={
        mayEdit && (
          <button
            type="button"
            className="rounded-sm text-xs font-medium text-accent hover:underline"
            onClick={() => setEditing(true)}
          >
            {t("edit")}
          </button>
        )
      }
    >
      <Facts>
        <Fact name={t("phone")}>{contact.phone ? <span dir="ltr">{shownPhone(contact.phone)}</span> : <Absent />}</Fact>
        <Fact name={t("username")}>{contact.username ? `@${contact.username}` : <Absent />}</Fact>
        {contact.givenName && contact.profileName && <Fact name={t("profileName")}>{contact.profileName}</Fact>}
        <Fact name={t("language")}>{language ?? <Absent />}</Fact>
      </Facts>
      {isEditing && (
        <Suspense>
          <EditContactDialog contact={contact} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </PanelSection>
  );
}

function Absent() {
  const t = useTranslations("inbox.panel");
  return <span className="text-ink-3">{t("absent")}</span>;
}
