import { ForbiddenError } from "@/lib/errors";
import { authorize, can } from "./authorize";
import { type Actor, type Role, roles } from "./types";

type Grantor = Pick<Actor, "role" | "scopes">;

/**
 * Giving somebody a role gives them all of it, so a key that holds a part of its own cannot.
 * @throws {ForbiddenError} also when the role is an owner's and the grantor is none
 */
export function authorizeGrant(actor: Grantor, role: Role): void {
  authorize(actor, "members.manage");
  if (actor.scopes !== null) {
    throw new ForbiddenError("A key with scopes cannot give anybody a role.", {
      code: "key_has_scopes",
      nextStep: "Sign in as a member, or use a key without scopes.",
    });
  }
  if (role === "owner") authorize(actor, "members.manageOwners");
}

export function mayGrant(actor: Grantor, role: Role): boolean {
  if (actor.scopes !== null || !can(actor, "members.manage")) return false;
  return role !== "owner" || can(actor, "members.manageOwners");
}

export function rolesAbove(role: Role): Role[] {
  return roles.slice(0, roles.indexOf(role));
}
