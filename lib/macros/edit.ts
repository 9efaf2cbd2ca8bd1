import { and, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import { macros } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { authorizeScope } from "@/lib/quick-replies";
import { storableJson } from "@/lib/text";
import { findMacro, toMacro } from "./find";
import type { EditMacro } from "./schemas";
import { inOrder, type Macro } from "./types";
import { recordChange, withUniqueName } from "./write";

export async function editMacro(actor: Actor, input: z.output<typeof EditMacro.input>): Promise<Macro> {
  authorize(actor, "macros.manageOwn");
  const { macroId, name, actions } = storableJson(input);
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      const { macro } = await findMacro(tx, actor, macroId);
      authorizeScope(actor, macro.scope, "macros.manage");
      await tx
        .update(macros)
        .set({ name: name ?? sql`name`, actions: actions ? inOrder(actions) : sql`actions` })
        .where(and(eq(macros.tenantId, actor.tenantId), eq(macros.id, macroId)));
      await recordChange(tx, actor, macro, "edited");
      return toMacro(await findMacro(tx, actor, macroId));
    }),
  );
}
