import { ForbiddenError } from "@/lib/errors";
import { type Actor, type Permission, permissions } from "./types";

export function can(actor: Pick<Actor, "role" | "scopes">, permission: Permission): boolean {
  const allowed: readonly string[] = permissions[permission];
  return allowed.includes(actor.role) && (actor.scopes === null || actor.scopes.includes(permission));
}

/** @throws {ForbiddenError} when the role, or the key's scopes, do not hold the permission. */
export function authorize(actor: Pick<Actor, "role" | "scopes">, permission: Permission): void {
  if (can(actor, permission)) return;
  throw new ForbiddenError("Your role does not allow this.", {
    code: "permission_missing",
    details: { permission },
    nextStep: "Ask an admin of the workspace.",
  });
}
