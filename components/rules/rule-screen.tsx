"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { SettingsPage } from "@/components/settings/settings-page";
import { useMe } from "@/components/shell/me";
import { Button } from "@/components/ui/button";
import type { EditRule } from "@/lib/rules/schemas";
import type { Rule, RuleListed } from "@/lib/rules/types";
import type { RuleDraft } from "./drafts";
import { ruleQuery } from "./queries";
import { RuleEditor } from "./rule-editor";
import { RunHistory } from "./run-history";
import { StoppedNotice } from "./stopped-notice";
import { useSaveRule } from "./use-save-rule";
import { WebhookSecret } from "./webhook-secret";

/** One rule: what it does, what it would have done, and what it did. */
export function RuleScreen(initial: { rule: RuleListed }) {
  const t = useTranslations("rules");
  const { slug } = useMe().workspace;
  const rule = useQuery({ ...ruleQuery(initial.rule.id), initialData: initial.rule }).data;
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(rule));
  const save = useSaveRule(() => call<typeof EditRule>("PATCH /rules/:ruleId", { ruleId: rule.id, ...draft }));
  const turn = useSaveRule(() =>
    call<typeof EditRule>("PATCH /rules/:ruleId", { ruleId: rule.id, isActive: !rule.isActive }),
  );
  return (
    <SettingsPage
      isWide
      title={rule.name}
      words={t(rule.isActive ? "isOn" : "isOff")}
      back={{ href: `/${slug}/settings/rules`, name: t("title") }}
      action={
        <Button variant={rule.isActive ? "secondary" : "primary"} busy={turn.isPending} onClick={() => turn.mutate()}>
          {t(rule.isActive ? "switchOff" : "switchOn")}
        </Button>
      }
    >
      {rule.stoppedAt && <StoppedNotice ruleId={rule.id} at={rule.stoppedAt} />}
      <RuleEditor draft={draft} onChange={setDraft} save={save} />
      {rule.hasWebhookSecret && <WebhookSecret ruleId={rule.id} />}
      <RunHistory ruleId={rule.id} />
    </SettingsPage>
  );
}

function draftOf({ name, event, conditions, actions }: Rule): RuleDraft {
  return { name, event, conditions, actions };
}
