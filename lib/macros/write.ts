import { and, eq } from "drizzle-orm";
import { macros } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError, refuseDuplicate } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { type Macro, type MacroKey, macroKeys } from "./types";

export function withUniqueName<T>(write: () => Promise<T>): Promise<T> {
  return refuseDuplicate(write, "Another macro has this name or this key.", {
    code: "macro_name_or_key_taken",
    nextStep: "Choose another one.",
  });
}

/** The one way to a macro's row. @throws {NotFoundError} */
export async function findMacro(tx: Transaction, { tenantId }: Actor, macroId: string): Promise<Macro> {
  const [row] = await tx
    .select()
    .from(macros)
    .where(and(eq(macros.tenantId, tenantId), eq(macros.id, macroId)));
  if (!row) throw new NotFoundError("macro");
  return toMacro(row);
}

export function toMacro({ id, name, key, actions }: typeof macros.$inferSelect): Macro {
  return { id, name, key: keyOf(key), actions };
}

function keyOf(key: string | null): MacroKey | null {
  return macroKeys.find((each) => each === key) ?? null;
}

export function recordChange(tx: Transaction, actor: Actor, macroId: string, change: string): Promise<void> {
  return recordEvent(tx, actor, { type: "macro.changed", payload: { macroId, change } });
}
