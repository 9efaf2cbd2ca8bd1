"use client";

import { useTranslations } from "next-intl";
import { actions, canBeRemapped, groups } from "@/components/keyboard/actions";
import { useEditPreferences, usePreferences } from "@/components/preferences/use-preferences";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { KeyRow } from "./key-row";

/** My keys for every action. */
export function KeysCard() {
  const t = useTranslations("settings.profile.keys");
  const common = useTranslations("common.keyGroups");
  const { keys } = usePreferences();
  const edit = useEditPreferences();
  return (
    <Card
      title={t("title")}
      side={
        <Button disabled={Object.keys(keys).length === 0} onClick={() => edit.mutate({ keys: {} })}>
          {t("resetAll")}
        </Button>
      }
    >
      <p className="px-4 pt-3 text-pretty text-ink-2">{t("words")}</p>
      {groups
        .filter((group) => canBeRemapped({ group }))
        .map((group) => (
          <section key={group} className="px-4 pt-3 pb-2">
            <h3 className="pb-1 text-sm font-semibold text-ink-3">{common(group)}</h3>
            <ul className="grid gap-x-8 md:grid-cols-2">
              {actions
                .filter((action) => action.group === group)
                .map((action) => (
                  <KeyRow
                    key={action.id}
                    action={action}
                    chosen={keys}
                    onChoose={(changed) => edit.mutate({ keys: { ...keys, ...changed } })}
                    onReset={() =>
                      edit.mutate({
                        keys: Object.fromEntries(Object.entries(keys).filter(([id]) => id !== action.id)),
                      })
                    }
                  />
                ))}
            </ul>
          </section>
        ))}
    </Card>
  );
}
