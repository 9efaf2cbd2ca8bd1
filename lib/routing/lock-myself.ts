import { and, eq } from "drizzle-orm";
import { members } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { InvalidError, NotFoundError } from "@/lib/errors";

/** Before the conversation, as whoever gives something out does: what the asker has stays as it is meanwhile. */
export async function lockMyself(tx: Transaction, actor: Actor): Promise<void> {
  if (actor.kind !== "member") {
    throw new InvalidError("An API key takes nothing from a queue.", {
      code: "not_a_member",
      nextStep: "Sign in as a member.",
    });
  }
  const [me] = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.tenantId, actor.tenantId), eq(members.id, actor.id), eq(members.status, "active")))
    .for("share");
  if (!me) throw new NotFoundError("member");
}
