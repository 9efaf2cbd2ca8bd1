"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { contactFieldsQuery } from "@/components/contact-fields/queries";
import { useMay } from "@/components/shell/me";
import type { Contact } from "@/lib/contacts/types";
import { PanelButton } from "./panel-button";
import { Fact, Facts, PanelSection } from "./panel-section";
import { useFieldWords } from "./use-field-words";

const FieldsDialog = lazy(() => import("./fields-dialog"));

/** What the workspace wants to know of its contacts, and what is known of this one. */
export function Fields({ contact }: { contact: Contact }) {
  const t = useTranslations("contacts.fields");
  const fields = useQuery(contactFieldsQuery).data ?? [];
  const mayEdit = useMay("contacts.edit");
  const wordsOf = useFieldWords();
  const [isEditing, setEditing] = useState(false);
  if (fields.length === 0) return null;
  return (
    <PanelSection
      name="fields"
      title={t("title")}
      action={
        mayEdit && (
          <PanelButton label={t("editAll")} onClick={() => setEditing(true)}>
            {t("edit")}
          </PanelButton>
        )
      }
    >
      <Facts>
        {fields.map((field) => {
          const value = contact.fields.find(({ fieldId }) => fieldId === field.id)?.value;
          return (
            <Fact key={field.id} name={field.name}>
              {value === undefined ? <span className="text-ink-3">{t("absent")}</span> : wordsOf(field, value)}
            </Fact>
          );
        })}
      </Facts>
      {isEditing && (
        <Suspense>
          <FieldsDialog contact={contact} fields={fields} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </PanelSection>
  );
}
