"use client";

import { ClipboardList, Copy, ExternalLink, type LucideIcon, Phone, Reply, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ShownTemplateCard } from "@/lib/whatsapp/types";

type Shown = ShownTemplateCard["buttons"][number];

const icons: Record<Shown["kind"], LucideIcon> = {
  quick_reply: Reply,
  url: ExternalLink,
  phone: Phone,
  copy_code: Copy,
  flow: ClipboardList,
  other: Square,
};

/** The customer's buttons, to look at: here they do nothing. */
export function ShownButtons({ buttons }: { buttons: Shown[] }) {
  const t = useTranslations("templates.shown");
  if (buttons.length === 0) return null;
  return (
    <ul className="mt-0.5 flex flex-col gap-1">
      {buttons.map((button, at) => {
        const Icon = icons[button.kind];
        const label = button.code ? t("code", { label: button.text, code: button.code }) : button.text;
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: Two buttons may have one label.
            key={at}
            title={button.url ?? button.phone}
            className="flex items-center justify-center gap-1.5 rounded-md border border-accent-line bg-surface px-2 py-1 text-md font-medium text-accent"
          >
            <Icon className="size-3.5 shrink-0 rtl:-scale-x-100" aria-hidden="true" />
            <span dir="auto" className="truncate">
              {label}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
