"use client";

import { Type } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Late } from "@/components/ui/late";
import type { Format } from "./editing/format";

const loadMenu = () => import("./format-menu");
const FormatMenu = lazy(loadMenu);

/** WhatsApp's formatting for what is selected. */
export function FormatButton({ onFormat }: { onFormat: (format: Format) => void }) {
  const t = useTranslations("composer.format");
  const button = (
    <IconButton label={t("label")}>
      <Type className="size-4.5" />
    </IconButton>
  );
  return (
    <Late button={button} load={loadMenu}>
      {(parts) => <FormatMenu {...parts} onFormat={onFormat} />}
    </Late>
  );
}
