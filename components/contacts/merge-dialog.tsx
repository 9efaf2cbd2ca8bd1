"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { clsx } from "clsx";
import { ArrowDown, ArrowDownUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { FormProblem } from "@/components/settings/form-problem";
import { contactSearchQuery } from "@/components/templates/new-conversation/queries";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { MergeContacts } from "@/lib/contacts/schemas";
import type { Contact } from "@/lib/contacts/types";
import { shownPhone } from "./shown-phone";
import { useUndoMerge } from "./use-undo-merge";

type Props = { contact: Contact; onClose: () => void; onSelect: (contactId: string) => void };

/** A person says which two contacts are one, and which of them stays. */
export default function MergeDialog({ contact, onClose, onSelect }: Props) {
  const t = useTranslations("contacts.merge");
  const actions = useTranslations("common.actions");
  const client = useQueryClient();
  const offerUndo = useUndoMerge();
  const [other, setOther] = useState<Contact | null>(null);
  const [isTurned, setTurned] = useState(false);
  const [kept, gone] = isTurned && other ? [other, contact] : [contact, other];
  const merge = useMutation({
    mutationFn: (otherId: string) =>
      call<typeof MergeContacts>("POST /contacts/:contactId/merge", { contactId: kept.id, otherId }),
    onSuccess: ({ contact: merged, mergeId }) => {
      client.setQueryData(keys.contact(merged.id), merged);
      void client.invalidateQueries({ queryKey: keys.contact(merged.id) });
      void client.invalidateQueries({ queryKey: keys.contacts });
      void client.invalidateQueries({ queryKey: keys.lists });
      onSelect(merged.id);
      offerUndo(merged, mergeId);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      size="medium"
      title={t("title")}
      description={t("words")}
      closeLabel={actions("close")}
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button
            variant="primary"
            disabled={!gone}
            busy={merge.isPending}
            onClick={() => gone && merge.mutate(gone.id)}
          >
            {t("confirm")}
          </Button>
        </>
      }
    >
      {gone ? (
        <div className="flex flex-col gap-2">
          <Card contact={gone} title={t("goes")} isFaded />
          <div className="flex items-center gap-3 ps-4 text-ink-3">
            <ArrowDown className="size-4" aria-hidden="true" />
            <Button size="small" variant="quiet" onClick={() => setTurned(!isTurned)}>
              <ArrowDownUp className="size-3.5" aria-hidden="true" />
              {t("turn")}
            </Button>
            <Button size="small" variant="quiet" onClick={() => setOther(null)}>
              {t("another")}
            </Button>
          </div>
          <Card contact={kept} title={t("stays")} />
          <FormProblem error={merge.error} />
        </div>
      ) : (
        <Finder besides={contact} onChoose={setOther} />
      )}
    </Dialog>
  );
}

function Card({ contact, title, isFaded = false }: { contact: Contact; title: string; isFaded?: boolean }) {
  const t = useTranslations("contacts.list");
  const { id, name, phone, username } = contact;
  return (
    <section className={clsx("rounded-lg border px-3 py-2.5", isFaded ? "border-dashed bg-sunken" : "bg-surface")}>
      <h3 className="mb-1.5 text-xs font-semibold text-ink-3">{title}</h3>
      <div className="flex items-center gap-2.5">
        <Avatar name={name} seed={id} />
        <div className="min-w-0">
          <p dir="auto" className="truncate font-medium">
            {name}
          </p>
          <p dir="ltr" className="truncate text-sm text-ink-3">
            {phone ? shownPhone(phone) : username ? `@${username}` : t("noNumber")}
          </p>
        </div>
      </div>
    </section>
  );
}

function Finder({ besides, onChoose }: { besides: Contact; onChoose: (contact: Contact) => void }) {
  const t = useTranslations("contacts.merge");
  const [text, setText] = useState("");
  const sought = useDeferredValue(text.trim());
  const query = useQuery(contactSearchQuery(sought));
  const found = (query.data?.items ?? []).filter(({ id }) => id !== besides.id);
  return (
    <div className="flex flex-col gap-2">
      <Field label={t("find", { name: besides.name })} hint={t("findHint")}>
        <Input autoFocus dir="auto" value={text} maxLength={200} onChange={(event) => setText(event.target.value)} />
      </Field>
      <div role="status" className="text-sm text-ink-3">
        {query.isSuccess && sought.length > 1 && found.length === 0 && t("nobody")}
      </div>
      {found.length > 0 && (
        <ul aria-label={t("found")} className="overflow-hidden rounded-lg border bg-surface">
          {found.map((contact) => (
            <li key={contact.id} className="border-b last:border-b-0">
              <button
                type="button"
                onClick={() => onChoose(contact)}
                className="focus-inset flex h-10 w-full items-center gap-2 px-2 text-start hover:bg-hover"
              >
                <Avatar name={contact.name} seed={contact.id} size="small" />
                <bdi className="min-w-0 truncate font-medium">{contact.name}</bdi>
                <span dir="ltr" className="ms-auto shrink-0 text-sm text-ink-3">
                  {contact.phone ? shownPhone(contact.phone) : contact.username && `@${contact.username}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
