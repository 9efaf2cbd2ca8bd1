import type { AvailabilityState } from "@/lib/availability/types";

export const presenceDot: Record<AvailabilityState, string> = {
  online: "bg-good",
  busy: "bg-warn",
  break: "bg-warn",
  offline: "bg-line-strong",
};
