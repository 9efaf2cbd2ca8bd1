import type { Actor } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";

/** Reminders are a member's own. @throws {InvalidError} for an API key */
export function memberIdOf(actor: Actor): string {
  if (actor.kind === "member") return actor.id;
  throw new InvalidError("An API key cannot be reminded.", {
    code: "not_a_member",
    nextStep: "Sign in as a member.",
  });
}
