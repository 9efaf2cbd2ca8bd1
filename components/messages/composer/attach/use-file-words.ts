"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Uploaded } from "@/components/api";
import { sizeParts } from "@/components/messages/faces/size";
import type { FileRefusal } from "@/lib/media/types";

type Change = NonNullable<Uploaded["change"]>;

/** How large a file is, why it cannot be sent and what was done to it, in words. */
export function useFileWords() {
  const t = useTranslations("media");
  const size = useCallback(
    (bytes: number) => {
      const { value, unit } = sizeParts(bytes);
      return t(`size.${unit}`, { value });
    },
    [t],
  );
  const refusal = ({ code, details = {} }: FileRefusal) => {
    const values = {
      size: size(Number(details.sizeBytes ?? 0)),
      most: size(Number(details.mostBytes ?? 0)),
      type: String(details.type ?? ""),
      extension: String(details.extension ?? ""),
      codec: String(details.codec ?? ""),
      width: Number(details.width ?? 0),
      height: Number(details.height ?? 0),
    };
    return { title: t(`refused.${code}.title`, values), nextStep: t(`refused.${code}.nextStep`) };
  };
  const change = ({ code, from, to }: Change) => {
    if (code === "scaled") return t("tray.scaled", { from: size(from.sizeBytes), to: size(to.sizeBytes) });
    if (code === "converted") return t("tray.converted", { to: to.type.replace("image/", "").toUpperCase() });
    return t("tray.not_a_voice_note");
  };
  return { size, refusal, change };
}
