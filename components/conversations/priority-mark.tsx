"use client";

import { clsx } from "clsx";
import { ChevronDown, ChevronsUp, ChevronUp, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Priority } from "@/lib/conversations/types";

const marks: Record<Exclude<Priority, "normal">, { icon: LucideIcon; colour: string }> = {
  urgent: { icon: ChevronsUp, colour: "text-bad" },
  high: { icon: ChevronUp, colour: "text-warn" },
  low: { icon: ChevronDown, colour: "text-ink-3" },
};

/** What stands out from normal; a shape as well as a colour. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const t = useTranslations("inbox.priority");
  if (priority === "normal") return null;
  const { icon: Icon, colour } = marks[priority];
  return (
    <span title={t(priority)} className={clsx("shrink-0", colour)}>
      <Icon className="size-3.5 stroke-[2.5]" aria-hidden="true" />
      <span className="sr-only">{t(priority)}</span>
    </span>
  );
}
