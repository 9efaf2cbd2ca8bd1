"use client";

import { ListChecks, MousePointerClick, PhoneCall } from "lucide-react";
import { useTranslations } from "next-intl";
import type { InteractiveContent } from "@/lib/whatsapp/types";
import { Chosen } from "./chosen";
import { FormReplyFace } from "./form-reply-face";
import { SentInteractiveFace } from "./sent-interactive-face";

export function InteractiveFace({ interactive }: { interactive: InteractiveContent["interactive"] }) {
  const t = useTranslations("inbox.faces");
  switch (interactive.type) {
    case "button_reply":
      return (
        <Chosen icon={<MousePointerClick />} label={t("button")}>
          {interactive.button_reply.title}
        </Chosen>
      );
    case "list_reply":
      return (
        <Chosen icon={<ListChecks />} label={t("list")} more={interactive.list_reply.description}>
          {interactive.list_reply.title}
        </Chosen>
      );
    case "call_permission_reply":
      return (
        <Chosen icon={<PhoneCall />} label={t("callPermission")}>
          {interactive.call_permission_reply.response === "accept" ? t("callsAllowed") : t("callsDeclined")}
        </Chosen>
      );
    case "nfm_reply":
      return <FormReplyFace reply={interactive.nfm_reply} />;
    default:
      return <SentInteractiveFace interactive={interactive} />;
  }
}
