"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { FormProblem } from "@/components/settings/form-problem";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Copyable } from "@/components/ui/copyable";
import type { ReplaceRuleSecret } from "@/lib/rules/schemas";

/** What signs the rule's webhooks: a new one is shown once. */
export function WebhookSecret({ ruleId }: { ruleId: string }) {
  const t = useTranslations("rules");
  const actions = useTranslations("common.actions");
  const replace = useMutation({
    mutationFn: () => call<typeof ReplaceRuleSecret>("POST /rules/:ruleId/webhook-secret", { ruleId }),
  });
  return (
    <Card
      title={t("secret")}
      side={
        <Button busy={replace.isPending} onClick={() => replace.mutate()}>
          {t("newSecret")}
        </Button>
      }
    >
      <div className="flex flex-col gap-2 p-4">
        <p className="text-sm text-pretty text-ink-2">{t("secretWords")}</p>
        {replace.data && (
          <Copyable
            label={t("secret")}
            value={replace.data.secret}
            copyLabel={actions("copy")}
            copiedLabel={actions("copied")}
          />
        )}
        <FormProblem error={replace.error} />
      </div>
    </Card>
  );
}
