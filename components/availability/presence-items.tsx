"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { presenceDot } from "@/components/shell/presence";
import { MenuItem, MenuLabel } from "@/components/ui/menu";
import { type AvailabilityState, breakReasons } from "@/lib/availability/types";
import { useOwnAvailability } from "./use-own-availability";

/** Whether I may be given work, and why not. */
export function PresenceItems() {
  const t = useTranslations("common.nav.presence");
  const own = useOwnAvailability();
  const item = (state: AvailabilityState, reason?: string) => {
    const isChosen = own.state === state && (state !== "break" || own.reason === (reason ?? null));
    return { chosen: isChosen, icon: <Dot state={state} />, onSelect: () => own.choose(state, reason) };
  };
  return (
    <>
      <MenuLabel>{t("label")}</MenuLabel>
      <MenuItem {...item("online")}>{t("online")}</MenuItem>
      <MenuItem {...item("busy")}>{t("busy")}</MenuItem>
      {breakReasons.map((reason) => (
        <MenuItem key={reason} {...item("break", reason)}>
          {t("onBreak", { reason: t(`reasons.${reason}`) })}
        </MenuItem>
      ))}
      <MenuItem {...item("offline")}>{t("offline")}</MenuItem>
    </>
  );
}

function Dot({ state }: { state: AvailabilityState }) {
  return <span className={clsx("size-2.5 rounded-full", presenceDot[state])} />;
}
