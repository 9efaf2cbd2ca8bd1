import type { Actor } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";

/** @throws {InvalidError} for a key: favourites belong to people */
export function memberOf(actor: Actor): string {
  if (actor.kind === "member") return actor.id;
  throw new InvalidError("An API key has no favourites.", {
    code: "not_a_member",
    nextStep: "Ask as a member of the workspace.",
  });
}
