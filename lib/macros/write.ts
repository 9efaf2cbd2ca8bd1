import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { refuseDuplicate } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import type { Owner } from "@/lib/quick-replies";

export function withUniqueName<T>(write: () => Promise<T>): Promise<T> {
  return refuseDuplicate(write, "Another macro has this name.", {
    code: "macro_name_taken",
    nextStep: "Choose another one.",
  });
}

/** To those who can use it: one's own to oneself. */
export function recordChange(
  tx: Transaction,
  actor: Actor,
  { id, memberId, departmentId }: Omit<Owner, "scope"> & { id: string },
  change: string,
): Promise<void> {
  return recordEvent(tx, actor, { type: "macro.changed", memberId, departmentId, payload: { macroId: id, change } });
}
