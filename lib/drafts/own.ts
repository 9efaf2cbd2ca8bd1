import type { Actor } from "@/lib/auth";
import { ForbiddenError } from "@/lib/errors";

/** @throws {ForbiddenError} for an API key or the system, which write nothing by hand */
export function memberIdOf(actor: Actor): string {
  if (actor.kind === "member") return actor.id;
  throw new ForbiddenError("An API key has no drafts.", { code: "members_only", nextStep: "Sign in as a member." });
}
