"use client";

import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { QuickReply } from "@/lib/quick-replies/types";

/** For whom something is. */
export function ScopeTag({ scope, department }: Pick<QuickReply, "scope" | "department">) {
  const t = useTranslations("settings.quick-replies.scopes");
  return <Tag tone={scope === "personal" ? "accent" : "plain"}>{department?.name ?? t(scope)}</Tag>;
}
