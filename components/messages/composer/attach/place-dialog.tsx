"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AnsweredNotice } from "@/components/company/answered-notice";
import { useAnswerGuard } from "@/components/company/use-answer-guard";
import { LocationFace } from "@/components/messages/faces/location-face";
import { FormDialog } from "@/components/settings/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { sendLimits } from "@/lib/whatsapp/types";
import { parsePlace } from "./parse-place";
import { useSendContent } from "./use-send-content";

/** A place by a map's link or by its coordinates. No map is loaded: nobody outside learns of it. */
export default function PlaceDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const t = useTranslations("media.place");
  const sendContent = useSendContent();
  const guard = useAnswerGuard(conversationId);
  const [text, setText] = useState("");
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const place = parsePlace(text);
  const isWrong = text.trim() !== "" && !place;
  const named = {
    ...(name.trim() === "" ? {} : { name: name.trim() }),
    ...(address.trim() === "" ? {} : { address: address.trim() }),
  };
  const send = () => {
    if (!place || guard.holds()) return;
    sendContent(conversationId, { type: "location", location: { ...place, ...named } });
    onClose();
  };
  return (
    <FormDialog title={t("title")} confirm={t("send")} isDisabled={!place} onSubmit={send} onClose={onClose}>
      {guard.answer && <AnsweredNotice answer={guard.answer} onWait={guard.pass} />}
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
    </FormDialog>
  );
}
