"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AnsweredNotice } from "@/components/company/answered-notice";
import { useAnswerGuard } from "@/components/company/use-answer-guard";
import { FormDialog } from "@/components/settings/form-dialog";
import { Button } from "@/components/ui/button";
import type { ContactCard } from "@/lib/whatsapp/types";
import { CardFieldset } from "./card-fieldset";
import { cardOfContact, cardOfFields, emptyFields, wrongIn } from "./card-of";
import { ContactChoice } from "./contact-choice";
import { useSendContent } from "./use-send-content";

/** Contact cards: chosen from the contacts, or one written by hand. */
export default function CardDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const t = useTranslations("media.card");
  const sendContent = useSendContent();
  const guard = useAnswerGuard(conversationId);
  const [byHand, setByHand] = useState(false);
  const [chosen, setChosen] = useState<{ id: string; card: ContactCard }[]>([]);
  const [fields, setFields] = useState(emptyFields);
  const [isAsked, setAsked] = useState(false);
  const wrong = wrongIn(fields);
  const send = () => {
    setAsked(true);
    const contacts = byHand ? (wrong ? [] : [cardOfFields(fields)]) : chosen.map(({ card }) => card);
    if (contacts.length === 0 || guard.holds()) return;
    sendContent(conversationId, { type: "contacts", contacts });
    onClose();
  };
  return (
    <FormDialog
      title={t("title")}
      size="medium"
      confirm={t("send", { count: byHand ? 1 : Math.max(1, chosen.length) })}
      isDisabled={!byHand && chosen.length === 0}
      aside={
        <Button variant="quiet" className="me-auto" onClick={() => setByHand(!byHand)}>
          {byHand ? t("fromContacts") : t("byHand")}
        </Button>
      }
      onSubmit={send}
      onClose={onClose}
    >
      {guard.answer && <AnsweredNotice answer={guard.answer} onWait={guard.pass} />}
      {byHand ? (
        <CardFieldset fields={fields} onChange={setFields} wrong={isAsked ? wrong : null} />
      ) : (
        <>
          {chosen.length > 0 && (
            <ul aria-label={t("chosen", { count: chosen.length })} className="flex flex-wrap gap-1.5">
              {chosen.map(({ id, card }) => (
                <li key={id} className="flex items-center gap-1 rounded-full bg-accent-soft ps-2.5 text-sm">
                  <bdi className="max-w-48 truncate">{card.name?.formatted_name}</bdi>
                  <button
                    type="button"
                    aria-label={t("drop", { name: card.name?.formatted_name ?? "" })}
                    onClick={() => setChosen(chosen.filter((each) => each.id !== id))}
                    className="grid size-6 place-items-center rounded-full hover:bg-hover"
                  >
                    <X className="size-3.5" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <ContactChoice
            chosenIds={chosen.map(({ id }) => id)}
            onChoose={(contact) => setChosen([...chosen, { id: contact.id, card: cardOfContact(contact) }])}
          />
        </>
      )}
    </FormDialog>
  );
}
