"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { Contact } from "@/lib/contacts/types";
import { Consents } from "./consents";
import { ContactNotes } from "./contact-notes";
import { Details } from "./details";
import { Fields } from "./fields";
import { Identities } from "./identities";
import { Merges } from "./merges";
import { PanelSection } from "./panel-section";

export function AboutTab({ contact }: { contact: Contact }) {
  const t = useTranslations("contacts.notes");
  return (
    <div className="mx-auto grid max-w-230 items-start gap-4 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4">
        <Card>
          <Details contact={contact} />
          <Fields contact={contact} />
        </Card>
        <Merges contactId={contact.id} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Card>
          <Identities identities={contact.identities} />
          <Consents contact={contact} />
        </Card>
        <Card>
          <PanelSection name="notes" title={t("title")}>
            <ContactNotes contactId={contact.id} />
          </PanelSection>
        </Card>
      </div>
    </div>
  );
}
