"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Workflow } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { OrderedList } from "@/components/settings/ordered-list";
import { SettingsPage } from "@/components/settings/settings-page";
import { useOrder } from "@/components/settings/use-order";
import { useMe } from "@/components/shell/me";
import { buttonLook } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { MoveRule } from "@/lib/rules/schemas";
import type { RuleListed } from "@/lib/rules/types";
import { DeleteRuleDialog } from "./delete-rule-dialog";
import { rulesQuery } from "./queries";
import { RuleRow } from "./rule-row";

/** The rules in the order in which they run. */
export function RulesScreen(initial: { rules: RuleListed[] }) {
  const t = useTranslations("rules");
  const { slug } = useMe().workspace;
  const rules = useQuery({ ...rulesQuery, initialData: initial.rules }).data;
  const move = useOrder<RuleListed>(keys.rules, ({ id: ruleId, place }) =>
    call<typeof MoveRule>("POST /rules/:ruleId/move", { ruleId, place }),
  );
  const [deleted, setDeleted] = useState<RuleListed | null>(null);
  const add = (
    <Link href={`/${slug}/settings/rules/new`} prefetch={false} className={buttonLook({ variant: "primary" })}>
      <Plus className="size-4" aria-hidden="true" />
      {t("add")}
    </Link>
  );
  return (
    <SettingsPage title={t("title")} words={t("pageWords")} action={rules.length > 0 && add}>
      <Card>
        {rules.length === 0 ? (
          <EmptyState icon={<Workflow />} title={t("empty")} action={add}>
            {t("emptyWords")}
          </EmptyState>
        ) : (
          <OrderedList items={rules} onMove={move} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            {(rule, buttons) => <RuleRow rule={rule} orderButtons={buttons} onDelete={() => setDeleted(rule)} />}
          </OrderedList>
        )}
      </Card>
      {deleted && <DeleteRuleDialog rule={deleted} onClose={() => setDeleted(null)} />}
    </SettingsPage>
  );
}
