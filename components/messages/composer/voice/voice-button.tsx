"use client";

import { Mic } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { useActions } from "@/components/keyboard/use-actions";
import { IconButton } from "@/components/ui/icon-button";
import { canRecord } from "./recorder";
import { recordIn } from "./recording-in";

const never = () => () => undefined;

/** There where the browser can record: not without a secure connection. */
export function VoiceButton({ conversationId }: { conversationId: string }) {
  const t = useTranslations("media.attach");
  const isThere = useSyncExternalStore(never, canRecord, () => false);
  const record = () => recordIn(conversationId);
  useActions({ voice: isThere ? record : "notHere" });
  if (!isThere) return null;
  return (
    <IconButton label={t("record")} onClick={record}>
      <Mic className="size-4.5" />
    </IconButton>
  );
}
