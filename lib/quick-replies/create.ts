import type * as z from "zod";
import { quickReplies } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findDepartment } from "@/lib/departments";
import { InvalidError, NotFoundError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { storableText } from "@/lib/text";
import type { CreateQuickReply } from "./schemas";
import { findQuickReply, toQuickReply } from "./select";
import { announce, authorizeScope, withUniqueShortcut } from "./shared";
import type { QuickReply } from "./types";

export async function createQuickReply(
  actor: Actor,
  input: z.output<typeof CreateQuickReply.input>,
): Promise<QuickReply> {
  authorize(actor, "quickReplies.manageOwn");
  authorizeScope(actor, input.scope);
  const { scope } = input;
  const departmentId = departmentOf(input);
  const memberId = scope === "personal" ? actor.id : null;
  const id = newId();
  return withUniqueShortcut(() =>
    withTenant(actor, async (tx) => {
      if (departmentId) await findOwnDepartment(tx, actor, departmentId);
      await tx.insert(quickReplies).values({
        ...{ tenantId: actor.tenantId, id, scope, memberId, departmentId },
        shortcut: storableText(input.shortcut),
        text: storableText(input.text),
      });
      await announce(tx, actor, { scope, memberId, departmentId });
      return toQuickReply(await findQuickReply(tx, actor, id));
    }),
  );
}

function departmentOf({ scope, departmentId = null }: z.output<typeof CreateQuickReply.input>): string | null {
  if ((scope === "department") === (departmentId !== null)) return departmentId;
  throw new InvalidError("A department's quick reply needs its department, and no other has one.", {
    code: "invalid_input",
    fields: [{ path: "departmentId", message: "should be given with the scope department, and only then" }],
  });
}

/** A member who does not see a department's conversations adds nothing to it. */
async function findOwnDepartment(tx: Transaction, actor: Actor, departmentId: string): Promise<void> {
  await findDepartment(tx, actor, departmentId);
  if (actor.visibility !== "all" && !actor.departmentIds.includes(departmentId)) throw new NotFoundError("department");
}
