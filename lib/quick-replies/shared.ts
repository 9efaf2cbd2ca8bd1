import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { ForbiddenError, refuseDuplicate } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import type { QuickReplyScope } from "./types";

/** One's own is everybody's to keep; what others use needs the right to. */
export function authorizeScope(actor: Actor, scope: QuickReplyScope): void {
  if (scope !== "personal") authorize(actor, "quickReplies.manageShared");
  else if (actor.kind !== "member") throw ownIsForMembers();
}

function ownIsForMembers(): ForbiddenError {
  return new ForbiddenError("An API key has no quick replies of its own.", {
    code: "members_only",
    nextStep: "Choose a department or the workspace.",
  });
}

type Owner = { scope: QuickReplyScope; memberId: string | null; departmentId: string | null };

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
