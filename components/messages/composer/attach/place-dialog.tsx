"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { LocationFace } from "@/components/messages/faces/location-face";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { sendLimits } from "@/lib/whatsapp/types";
import { parsePlace } from "./parse-place";
import { useSendContent } from "./use-send-content";

/** A place by a map's link or by its coordinates. No map is loaded: nobody outside learns of it. */
export default function PlaceDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const t = useTranslations("media.place");
  const actions = useTranslations("common.actions");
  const sendContent = useSendContent();
  const [text, setText] = useState("");
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const place = parsePlace(text);
  const isWrong = text.trim() !== "" && !place;
  const named = {
    ...(name.trim() === "" ? {} : { name: name.trim() }),
    ...(address.trim() === "" ? {} : { address: address.trim() }),
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!place) return;
    sendContent(conversationId, { type: "location", location: { ...place, ...named } });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title")}
      closeLabel={actions("close")}
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button type="submit" form="send-place" variant="primary" disabled={!place}>
            {t("send")}
          </Button>
        </>
      }
    >
      <form id="send-place" onSubmit={send} className="flex flex-col gap-4 pt-1">
        <Field label={t("paste")} hint={t("pasteHint")} error={isWrong ? t("notFound") : undefined}>
          <Input value={text} dir="ltr" autoComplete="off" onChange={(event) => setText(event.target.value)} />
        </Field>
        <Field label={t("name")} hint={t("nameHint")}>
          <Input
            value={name}
            dir="auto"
            maxLength={sendLimits.locationWords}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={t("address")}>
          <Input
            value={address}
            dir="auto"
            maxLength={sendLimits.locationWords}
            onChange={(event) => setAddress(event.target.value)}
          />
        </Field>
        {place && (
          <div className="rounded-xl bg-bubble-out px-2.75 py-2 text-lg">
            <LocationFace location={{ ...place, ...named }} />
          </div>
        )}
      </form>
    </Dialog>
  );
}
