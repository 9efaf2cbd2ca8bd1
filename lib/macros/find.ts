import { and, eq, sql } from "drizzle-orm";
import { departments, macroKeys, macros } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { usableBy } from "@/lib/quick-replies";
import type { Macro } from "./types";

/** With the key that the asker has bound each to; callers add conditions, order and limit. */
export function selectMacros(tx: Transaction, { id }: Actor) {
  const { tenantId } = macros;
  return tx
    .select({ macro: macros, departmentName: departments.name, key: macroKeys.key })
    .from(macros)
    .leftJoin(departments, and(eq(departments.tenantId, tenantId), eq(departments.id, macros.departmentId)))
    .leftJoin(
      macroKeys,
      and(eq(macroKeys.tenantId, tenantId), eq(macroKeys.macroId, macros.id), eq(macroKeys.memberId, sql`${id}::uuid`)),
    )
    .$dynamic();
}

type MacroRow = Awaited<ReturnType<typeof selectMacros>>[number];

/** @throws {NotFoundError} also for what the asker may not use */
export async function findMacro(tx: Transaction, actor: Actor, macroId: string): Promise<MacroRow> {
  const [row] = await selectMacros(tx, actor).where(
    and(eq(macros.tenantId, actor.tenantId), eq(macros.id, macroId), usableBy(actor, macros)),
  );
  if (!row) throw new NotFoundError("macro");
  return row;
}

export function toMacro({ macro, departmentName, key }: MacroRow): Macro {
  const { id, scope, departmentId, name, actions } = macro;
  const department = departmentId === null ? null : { id: departmentId, name: departmentName ?? "" };
  return { id, scope, department, name, key, actions };
}
