"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { SettingsPage } from "@/components/settings/settings-page";
import { useMe } from "@/components/shell/me";
import type { CreateRule } from "@/lib/rules/schemas";
import { emptyRule } from "./drafts";
import { RuleEditor } from "./rule-editor";
import { useSaveRule } from "./use-save-rule";

/** A new rule, which is off until somebody switches it on. */
export function NewRuleScreen() {
  const t = useTranslations("rules");
  const { slug } = useMe().workspace;
  const router = useRouter();
  const [draft, setDraft] = useState(emptyRule);
  const save = useSaveRule(
    () => call<typeof CreateRule>("POST /rules", draft),
    ({ id }) => router.push(`/${slug}/settings/rules/${id}`),
  );
  return (
    <SettingsPage
      isWide
      title={t("add")}
      words={t("newWords")}
      back={{ href: `/${slug}/settings/rules`, name: t("title") }}
    >
      <RuleEditor draft={draft} onChange={setDraft} save={save} />
    </SettingsPage>
  );
}
