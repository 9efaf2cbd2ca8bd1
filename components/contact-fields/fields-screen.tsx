"use client";

import { useQuery } from "@tanstack/react-query";
import { ListPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { ManagedList } from "@/components/settings/managed-list";
import { useOrder } from "@/components/settings/use-order";
import { Tag } from "@/components/ui/tag";
import type { DeleteContactField, MoveContactField } from "@/lib/contacts/schemas";
import type { ContactField } from "@/lib/contacts/types";
import { FieldDialog } from "./field-dialog";
import { contactFieldsQuery } from "./queries";

export function FieldsScreen(initial: { fields: ContactField[] }) {
  const t = useTranslations("settings.contact-fields");
  const move = useOrder<ContactField>(keys.contactFields, ({ id: fieldId, place }) =>
    call<typeof MoveContactField>("POST /contact-fields/:fieldId/move", { fieldId, place }),
  );
  const fields = useQuery({ ...contactFieldsQuery, initialData: initial.fields }).data;
  return (
    <ManagedList
      of="contact-fields"
      permission="contactFields.manage"
      icon={<ListPlus />}
      items={fields}
      queryKey={keys.contactFields}
      show={(field) => (
        <>
          <span className="min-w-40 flex-1">
            <bdi className="block truncate font-medium">{field.name}</bdi>
            {field.kind === "choice" && (
              <span className="block truncate text-sm text-ink-3">
                <bdi>{field.choices.join(" · ")}</bdi>
              </span>
            )}
          </span>
          <Tag>{t(`kinds.${field.kind}`)}</Tag>
        </>
      )}
      edit={(field, onClose) => <FieldDialog field={field} onClose={onClose} />}
      onMove={move}
      remove={({ id }) => call<typeof DeleteContactField>("DELETE /contact-fields/:fieldId", { fieldId: id })}
    />
  );
}
