"use client";

import { Mic } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { canRecord } from "./recorder";
import { recordIn } from "./recording-in";

const never = () => () => undefined;

/** There where the browser can record: not without a secure connection. */
export function VoiceButton({ conversationId }: { conversationId: string }) {
  const t = useTranslations("media.attach");
  const isThere = useSyncExternalStore(never, canRecord, () => false);
  if (!isThere) return null;
  return (
    <IconButton label={t("record")} onClick={() => recordIn(conversationId)}>
      <Mic className="size-4.5" />
    </IconButton>
  );
}
