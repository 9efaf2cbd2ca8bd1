"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { OrderButtons } from "@/components/settings/order-buttons";
import { useMay } from "@/components/shell/me";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import type { MoveContactField } from "@/lib/contacts/schemas";
import type { ContactField } from "@/lib/contacts/types";

/** Moves a field up and down among the others; it shows there at once. */
export function FieldOrder({ field, fields }: { field: ContactField; fields: readonly ContactField[] }) {
  const t = useTranslations("settings.contact-fields");
  const mayManage = useMay("contactFields.manage");
  const move = useMove(field);
  const at = fields.indexOf(field);
  const { name } = field;
  if (!mayManage) return null;
  const words = {
    up: t("up", { name }),
    down: t("down", { name }),
    movedTo: t("movedTo", { name, place: at + 1, count: fields.length }),
  };
  return <OrderButtons at={at} count={fields.length} words={words} onMove={(place) => move(fields, place)} />;
}

function useMove({ id: fieldId }: ContactField) {
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const { mutate } = useMutation({
    mutationFn: (place: number) =>
      call<typeof MoveContactField>("POST /contact-fields/:fieldId/move", { fieldId, place }),
    onError: onProblem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.contactFields }),
  });
  return (fields: readonly ContactField[], place: number) => {
    const others = fields.filter(({ id }) => id !== fieldId);
    const own = fields.filter(({ id }) => id === fieldId);
    client.setQueryData(keys.contactFields, others.toSpliced(place, 0, ...own));
    mutate(place);
  };
}
