"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { contactFieldsQuery } from "@/components/contact-fields/queries";
import { contactQuery } from "@/components/contacts/queries";
import { useMe } from "@/components/shell/me";
import type { ContactField, FieldValue } from "@/lib/contacts/types";
import {
  componentsOf,
  prefill,
  problemsOf,
  readParts,
  type SlotValue,
  showTemplate,
  slotsOf,
  type Template,
  type TemplateValues,
} from "@/lib/templates/types";

/** Who it is for, as far as it is known; a new number has no contact yet. */
export type Recipient = { contactId: string | null; name: string | null; phone: string | null };

/** A template being filled in: what is known stands there already, until the agent writes something else. */
export function useFilling(template: Template, recipient: Recipient) {
  const me = useMe();
  const contact = useQuery({
    ...contactQuery(recipient.contactId ?? ""),
    enabled: recipient.contactId !== null,
  }).data;
  const fields = useQuery({ ...contactFieldsQuery, enabled: contact !== undefined && contact.fields.length > 0 }).data;
  const [written, setWritten] = useState<TemplateValues>({});
  const parts = useMemo(() => readParts(template.components), [template.components]);
  const contactName = contact ? (contact.givenName ?? contact.profileName) : recipient.name;
  const phone = contact?.phone ?? recipient.phone;
  const known = useMemo(
    () =>
      prefill(parts, template.category, {
        contactName,
        phone,
        agentName: me.name,
        workspaceName: me.workspace.name,
        fields: named(contact?.fields ?? [], fields ?? []),
      }),
    [parts, template.category, contactName, phone, me, contact, fields],
  );
  const values: TemplateValues = { ...known, ...written };
  return {
    parts,
    values,
    slots: slotsOf(parts, template.category),
    problems: problemsOf(parts, template.category, values),
    shown: showTemplate(parts, template.category, values),
    components: () => componentsOf(parts, template, values),
    isPrefilled: (key: string) => known[key] !== undefined && written[key] === undefined,
    write: (key: string, value: SlotValue | undefined) => setWritten((before) => ({ ...before, [key]: value ?? "" })),
  };
}

function named(values: readonly FieldValue[], fields: readonly ContactField[]) {
  return values.flatMap(({ fieldId, value }) => {
    const field = fields.find(({ id }) => id === fieldId);
    return field ? [{ name: field.name, value }] : [];
  });
}

export type Filling = ReturnType<typeof useFilling>;
