import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { macros } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { storableJson } from "@/lib/text";
import type { EditMacro } from "./schemas";
import { inOrder, type Macro } from "./types";
import { findMacro, recordChange, withUniqueName } from "./write";

export async function editMacro(actor: Actor, input: z.output<typeof EditMacro.input>): Promise<Macro> {
  authorize(actor, "macros.manage");
  const { macroId, name, key, actions } = input;
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      const before = await findMacro(tx, actor, macroId);
      const after: Macro = storableJson({
        id: macroId,
        name: name ?? before.name,
        key: key === undefined ? before.key : key,
        actions: inOrder(actions ?? before.actions),
      });
      await tx
        .update(macros)
        .set(after)
        .where(and(eq(macros.tenantId, actor.tenantId), eq(macros.id, macroId)));
      await recordChange(tx, actor, macroId, "edited");
      return after;
    }),
  );
}
