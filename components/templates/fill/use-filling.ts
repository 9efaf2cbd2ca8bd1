"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { contactQuery } from "@/components/contacts/queries";
import { useMe } from "@/components/shell/me";
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
      }),
    [parts, template.category, contactName, phone, me],
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

export type Filling = ReturnType<typeof useFilling>;
