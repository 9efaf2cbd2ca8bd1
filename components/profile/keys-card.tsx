"use client";

import { useTranslations } from "next-intl";
import { actions, canBeRemapped, groups } from "@/components/keyboard/actions";
import { sendKeyOf, sendKeys } from "@/components/keyboard/bindings";
import { useEditPreferences, usePreferences } from "@/components/preferences/use-preferences";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
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
      <div className="max-w-80 px-4 pt-3">
        <Field label={t("sendWith")}>
          <Select
            value={sendKeyOf(keys)}
            onChange={({ target }) => {
              const { send: _, ...others } = keys;
              edit.mutate({ keys: target.value === "Enter" ? others : { ...others, send: target.value } });
            }}
          >
            {sendKeys.map((key) => (
              <option key={key} value={key}>
                {t(key === "Enter" ? "sendByEnter" : "sendByModEnter")}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {groups.map((group) => (
        <section key={group} className="px-4 pt-3 pb-2">
          <h3 className="pb-1 text-sm font-semibold text-ink-3">{common(group)}</h3>
          <ul className="grid gap-x-8 md:grid-cols-2">
            {actions
              .filter((action) => action.group === group && canBeRemapped(action))
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
