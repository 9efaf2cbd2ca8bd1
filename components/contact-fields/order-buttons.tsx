"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { useMay } from "@/components/shell/me";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { IconButton } from "@/components/ui/icon-button";
import type { MoveContactField } from "@/lib/contacts/schemas";
import type { ContactField } from "@/lib/contacts/types";

type Step = 1 | -1;

/** Moves a field up and down among the others; it shows there at once. */
export function OrderButtons({ field, fields }: { field: ContactField; fields: readonly ContactField[] }) {
  const t = useTranslations("settings.contact-fields");
  const mayManage = useMay("contactFields.manage");
  const move = useMove(field);
  const buttons = useRef<HTMLSpanElement>(null);
  const pressed = useRef<Step | null>(null);
  const at = fields.indexOf(field);
  const last = fields.length - 1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: A row that changes its place loses the focus, whichever row the browser moved.
  useEffect(() => {
    if (pressed.current === null) return;
    const [up, down] = buttons.current?.querySelectorAll("button") ?? [];
    const again = pressed.current === -1 ? up : down;
    (again?.disabled ? (again === up ? down : up) : again)?.focus();
  }, [at]);

  if (!mayManage || last === 0) return null;
  const go = (step: Step) => () => {
    pressed.current = step;
    move(fields, at + step);
  };
  return (
    <span ref={buttons} className="flex">
      <IconButton label={t("up", { name: field.name })} disabled={at === 0} onClick={go(-1)}>
        <ArrowUp className="size-4" />
      </IconButton>
      <IconButton label={t("down", { name: field.name })} disabled={at === last} onClick={go(1)}>
        <ArrowDown className="size-4" />
      </IconButton>
      <span role="status" className="sr-only">
        {pressed.current !== null && t("movedTo", { name: field.name, place: at + 1, count: fields.length })}
      </span>
    </span>
  );
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
