"use client";

import { useTranslations } from "next-intl";
import { RawJson } from "@/components/ui/raw-json";
import type { Message } from "@/lib/messages/types";

/** A kind without a face of its own: said so, with the data as it came. */
export function RawFace({ message }: { message: Message }) {
  const t = useTranslations("inbox.faces");
  const isWithheld = message.type === "unsupported";
  return (
    <div className="max-w-105">
      <p dir="auto" className="font-medium [overflow-wrap:anywhere]">
        {isWithheld ? t("unsupported") : t("unknown", { type: kindOf(message) })}
      </p>
      <p className="text-md text-ink-2">{isWithheld ? t("unsupportedWords") : t("unknownWords")}</p>
      <details className="mt-1.5 text-sm">
        <summary className="w-fit cursor-pointer rounded-sm text-accent">{t("raw")}</summary>
        <div className="mt-1">
          <RawJson value={message.content} className="max-h-60" />
        </div>
      </details>
    </div>
  );
}

function kindOf({ type, content }: Message): string {
  const unknown = content.unknown;
  const named = unknown !== null && typeof unknown === "object" && "type" in unknown ? unknown.type : null;
  return typeof named === "string" ? named : type;
}
