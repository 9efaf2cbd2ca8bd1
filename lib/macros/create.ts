import type * as z from "zod";
import { macros } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { authorizeScope, ownerOf } from "@/lib/quick-replies";
import { storableJson } from "@/lib/text";
import { findMacro, toMacro } from "./find";
import type { CreateMacro } from "./schemas";
import { inOrder, type Macro } from "./types";
import { recordChange, withUniqueName } from "./write";

export async function createMacro(actor: Actor, input: z.output<typeof CreateMacro.input>): Promise<Macro> {
  authorize(actor, "macros.manageOwn");
  authorizeScope(actor, input.scope, "macros.manage");
  const { name, actions } = storableJson(input);
  const id = newId();
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      const owner = await ownerOf(tx, actor, input);
      await tx.insert(macros).values({ tenantId: actor.tenantId, id, ...owner, name, actions: inOrder(actions) });
      await recordChange(tx, actor, { id, ...owner }, "created");
      return toMacro(await findMacro(tx, actor, id));
    }),
  );
}
