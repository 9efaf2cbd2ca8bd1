import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { macroKeys } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { ForbiddenError, refuseDuplicate } from "@/lib/errors";
import { findMacro, toMacro } from "./find";
import type { BindMacroKey } from "./schemas";
import type { Macro } from "./types";
import { recordChange } from "./write";

/** Binds a macro to a key of the asker's own, or to none: others go on with theirs. */
export async function bindMacroKey(
  actor: Actor,
  { macroId, key }: z.output<typeof BindMacroKey.input>,
): Promise<Macro> {
  authorize(actor, "macros.manageOwn");
  if (actor.kind !== "member") {
    throw new ForbiddenError("An API key has nothing of its own.", {
      code: "members_only",
      nextStep: "Sign in as a member.",
    });
  }
  const { tenantId, id: memberId } = actor;
  const taken = { code: "macro_key_taken", nextStep: "Choose another key." };
  const bind = async () =>
    withTenant(actor, async (tx) => {
      await findMacro(tx, actor, macroId);
      const isOwn = and(eq(macroKeys.tenantId, tenantId), eq(macroKeys.memberId, memberId));
      await tx.delete(macroKeys).where(and(isOwn, eq(macroKeys.macroId, macroId)));
      if (key !== null) await tx.insert(macroKeys).values({ tenantId, memberId, macroId, key });
      await recordChange(tx, actor, { id: macroId, memberId, departmentId: null }, "bound");
      return toMacro(await findMacro(tx, actor, macroId));
    });
  return refuseDuplicate(bind, "Another macro has this key.", taken);
}
