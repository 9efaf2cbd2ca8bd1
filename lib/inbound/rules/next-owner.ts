import type { HandoverItem } from "@/lib/whatsapp/types";

/** Whose the thread is after a hand-over: by the new owner's app where it is named, else by which side is told what. */
export function nextOwner(
  { change, newOwnerAppId }: Pick<HandoverItem, "change" | "newOwnerAppId">,
  ourAppId: string,
): "us" | "other" | null {
  if (change === "other") return null;
  if (newOwnerAppId !== null) return newOwnerAppId === ourAppId ? "us" : "other";
  return change === "control_passed" ? "us" : "other";
}
