"use client";

import { useTranslations } from "next-intl";
import {
  type AvailabilityState,
  AWAY,
  type BreakReason,
  breakReasons,
  CONNECTION_LOST,
} from "@/lib/availability/types";

/** `On a break: Lunch`. A reason that we did not offer stands as it was given. */
export function usePresenceWords(): (state: AvailabilityState, reason: string | null) => string {
  const t = useTranslations("common.nav.presence");
  return (state, reason) => {
    if (state !== "break" || reason === null) return t(state);
    if (reason === AWAY) return t("away");
    if (reason === CONNECTION_LOST) return t("connectionLost");
    return t("onBreak", { reason: isOffered(reason) ? t(`reasons.${reason}`) : reason });
  };
}

function isOffered(reason: string): reason is BreakReason {
  return breakReasons.some((offered) => offered === reason);
}
