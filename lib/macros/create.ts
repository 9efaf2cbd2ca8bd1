import type * as z from "zod";
import { macros } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { storableJson } from "@/lib/text";
import type { CreateMacro } from "./schemas";
import { inOrder, type Macro } from "./types";
import { recordChange, withUniqueName } from "./write";

export async function createMacro(actor: Actor, input: z.output<typeof CreateMacro.input>): Promise<Macro> {
  authorize(actor, "macros.manage");
  const macro: Macro = storableJson({ id: newId(), ...input, actions: inOrder(input.actions) });
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      await tx.insert(macros).values({ tenantId: actor.tenantId, ...macro });
      await recordChange(tx, actor, macro.id, "created");
      return macro;
    }),
  );
}
