import type { Actor } from "@/lib/auth";
import { ForbiddenError } from "@/lib/errors";

export function refuseUnlessMember(actor: Actor): void {
  if (actor.kind === "member") return;
  throw new ForbiddenError("Only a member has preferences.", {
    code: "members_only",
    nextStep: "Sign in as a member.",
  });
}
