"use client";

import { Building2, Keyboard, LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PresenceItems } from "@/components/availability/presence-items";
import { showSurface } from "@/components/keyboard/surfaces";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { useMe } from "./me";
import { signOut } from "./sign-out";
import type { Theme } from "./theme";
import { useTheme } from "./use-theme";

const themes: { value: Theme; icon: ReactNode }[] = [
  { value: "system", icon: <Monitor className="size-4" /> },
  { value: "light", icon: <Sun className="size-4" /> },
  { value: "dark", icon: <Moon className="size-4" /> },
];

type MemberMenuProps = {
  trigger: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

export default function MemberMenu({ trigger, open, onOpenChange }: MemberMenuProps) {
  const t = useTranslations("common.nav");
  const me = useMe();
  const router = useRouter();
  const { theme, choose: chooseTheme } = useTheme();
  const others = me.profile?.workspaces.filter(({ slug }) => slug !== me.workspace.slug) ?? [];
  return (
    <Menu trigger={trigger} open={open} onOpenChange={onOpenChange} side="end" align="end" className="w-60">
      <div className="px-2 pt-1.5 pb-2">
        <p className="truncate font-semibold">
          <bdi>{me.name}</bdi>
        </p>
        <p className="truncate text-sm text-ink-3">{me.profile?.email}</p>
      </div>
      <MenuSeparator />
      <PresenceItems />
      <MenuSeparator />
      <MenuLabel>{t("theme.label")}</MenuLabel>
      {themes.map(({ value, icon }) => (
        <MenuItem key={value} icon={icon} chosen={value === theme} onSelect={() => chooseTheme(value)}>
          {t(`theme.${value}`)}
        </MenuItem>
      ))}
      <MenuSeparator />
      {others.map(({ slug, name }) => (
        <MenuItem
          key={slug}
          icon={<Building2 className="size-4" />}
          onSelect={() => window.location.assign(`/${slug}/inbox`)}
        >
          {name}
        </MenuItem>
      ))}
      <MenuItem
        icon={<UserRound className="size-4" />}
        onSelect={() => router.push(`/${me.workspace.slug}/settings/profile`)}
      >
        {t("profile")}
      </MenuItem>
      <MenuItem icon={<Keyboard className="size-4" />} onSelect={() => showSurface("keys")}>
        {t("keys")}
      </MenuItem>
      <MenuItem icon={<LogOut className="size-4" />} onSelect={signOut}>
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
