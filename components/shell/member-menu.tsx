"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { clsx } from "clsx";
import { Building2, Keyboard, LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { call } from "@/components/api";
import { openCheatSheet } from "@/components/keyboard/cheat-sheet-store";
import { keys } from "@/components/queries/keys";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import type { EditMe } from "@/lib/auth/schemas";
import type { SetAvailability } from "@/lib/availability/schemas";
import type { AvailabilityState } from "@/lib/availability/types";
import { useMe } from "./me";
import { presenceDot, presences } from "./presence";
import { signOut } from "./sign-out";
import { applyTheme, type Theme } from "./theme";
import { useProblemToast } from "./use-problem-toast";

const themes: { value: Theme; icon: ReactNode }[] = [
  { value: "system", icon: <Monitor className="size-4" /> },
  { value: "light", icon: <Sun className="size-4" /> },
  { value: "dark", icon: <Moon className="size-4" /> },
];

type MemberMenuProps = {
  trigger: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  presence: AvailabilityState;
};

export default function MemberMenu({ trigger, open, onOpenChange, presence }: MemberMenuProps) {
  const t = useTranslations("common.nav");
  const me = useMe();
  const client = useQueryClient();
  const router = useRouter();
  const onProblem = useProblemToast();
  const [theme, setTheme] = useState<Theme>(me.profile?.theme ?? "system");
  const setPresence = useMutation({
    mutationFn: (state: AvailabilityState) =>
      call<typeof SetAvailability>("PUT /members/:memberId/availability", { memberId: "me", state }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.members }),
    onError: onProblem,
  });
  const chooseTheme = (value: Theme) => {
    setTheme(value);
    applyTheme(value);
    call<typeof EditMe>("PATCH /me", { theme: value }).catch(onProblem);
  };
  const others = me.profile?.workspaces.filter(({ slug }) => slug !== me.workspace.slug) ?? [];
  return (
    <Menu trigger={trigger} open={open} onOpenChange={onOpenChange} side="right" align="end" className="w-60">
      <div className="px-2 pt-1.5 pb-2">
        <p className="truncate font-semibold">{me.name}</p>
        <p className="truncate text-sm text-ink-3">{me.profile?.email}</p>
      </div>
      <MenuSeparator />
      <MenuLabel>{t("presence.label")}</MenuLabel>
      {presences.map((state) => (
        <MenuItem
          key={state}
          chosen={state === presence}
          icon={<span className={clsx("size-2.5 rounded-full", presenceDot[state])} />}
          onSelect={() => setPresence.mutate(state)}
        >
          {t(`presence.${state}`)}
        </MenuItem>
      ))}
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
      <MenuItem icon={<Keyboard className="size-4" />} onSelect={openCheatSheet}>
        {t("keys")}
      </MenuItem>
      <MenuItem icon={<LogOut className="size-4" />} onSelect={signOut}>
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
