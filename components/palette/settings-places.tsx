"use client";

import { Command } from "cmdk";
import { useTranslations } from "next-intl";
import { useGo } from "@/components/keyboard/use-go";
import { settingsPages } from "@/components/settings/settings-nav";
import { useMe } from "@/components/shell/me";
import { PaletteItem } from "./palette-item";

/** The pages of the settings that the member may open. */
export function SettingsPlaces({ onChoose }: { onChoose: (run: () => void) => void }) {
  const t = useTranslations("settings");
  const groups = useTranslations("common.keyGroups");
  const me = useMe();
  const go = useGo();
  return (
    <Command.Group heading={groups("settings")}>
      {settingsPages
        .filter(({ name, permission }) => name !== "profile" && me.permissions.includes(permission))
        .map(({ name, icon }) => (
          <PaletteItem
            key={name}
            value={`settings ${name}`}
            label={t(`${name}.title`)}
            icon={icon}
            onSelect={() => onChoose(() => go(`settings/${name}`))}
          />
        ))}
    </Command.Group>
  );
}
