"use client";

import { MousePointerClick } from "lucide-react";
import { useTranslations } from "next-intl";
import { Chosen } from "./chosen";

/** A tap on a quick reply of a template. */
export function ButtonFace({ text }: { text: string }) {
  const t = useTranslations("inbox.faces");
  return (
    <Chosen icon={<MousePointerClick />} label={t("button")}>
      {text}
    </Chosen>
  );
}
