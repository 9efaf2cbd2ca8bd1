import { eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import type { Permission } from "@/lib/auth/types";
import { findDepartment } from "@/lib/departments";
import { ForbiddenError, InvalidError, NotFoundError } from "@/lib/errors";
import type { QuickReplyScope } from "./types";

type OwnerColumns = Record<"scope" | "memberId" | "departmentId", AnyPgColumn>;
type Wanted = { scope: QuickReplyScope; departmentId?: string | null | undefined };

export type Owner = { scope: QuickReplyScope; memberId: string | null; departmentId: string | null };

/** Whose they can use: everybody's, their own, and those of the departments whose conversations they see. */
export function usableBy({ id, visibility, departmentIds }: Actor, of: OwnerColumns): SQL | undefined {
  const ofDepartments =
    visibility === "all"
      ? eq(of.scope, "department")
      : departmentIds.length > 0
        ? inArray(of.departmentId, departmentIds)
        : undefined;
  return or(eq(of.scope, "workspace"), eq(of.memberId, sql`${id}::uuid`), ofDepartments);
}

/** One's own is everybody's to keep; what others use needs the right to. */
export function authorizeScope(actor: Actor, scope: QuickReplyScope, shared: Permission): void {
  if (scope !== "personal") authorize(actor, shared);
  else if (actor.kind !== "member") {
    throw new ForbiddenError("An API key has nothing of its own.", {
      code: "members_only",
      nextStep: "Choose a department or the workspace.",
    });
  }
}

/** Of whom something new is to be. */
export async function ownerOf(tx: Transaction, actor: Actor, wanted: Wanted): Promise<Owner> {
  const { scope } = wanted;
  const departmentId = departmentOf(wanted);
  if (departmentId) await findOwnDepartment(tx, actor, departmentId);
  return { scope, memberId: scope === "personal" ? actor.id : null, departmentId };
}

function departmentOf({ scope, departmentId = null }: Wanted): string | null {
  if ((scope === "department") === (departmentId !== null)) return departmentId;
  throw new InvalidError("What is a department's needs its department, and nothing else has one.", {
    code: "invalid_input",
    fields: [{ path: "departmentId", message: "should be given with the scope department, and only then" }],
  });
}

/** A member who does not see a department's conversations adds nothing to it. */
async function findOwnDepartment(tx: Transaction, actor: Actor, departmentId: string): Promise<void> {
  await findDepartment(tx, actor, departmentId);
  if (actor.visibility !== "all" && !actor.departmentIds.includes(departmentId)) throw new NotFoundError("department");
}
