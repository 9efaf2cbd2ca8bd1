import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { refuseDuplicate } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import type { Owner } from "./owner";

export async function announce(tx: Transaction, actor: Actor, { scope, memberId, departmentId }: Owner): Promise<void> {
  await recordEvent(tx, actor, { type: "quickReply.changed", memberId, departmentId, payload: { scope } });
}

export function withUniqueShortcut<T>(write: () => Promise<T>): Promise<T> {
  return refuseDuplicate(write, "A quick reply with this shortcut exists.", {
    code: "shortcut_taken",
    nextStep: "Choose another shortcut.",
    fields: [{ path: "shortcut", message: "is taken" }],
  });
}
