import type * as z from "zod";
import { greetings } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { storableJson } from "@/lib/text";
import type { CreateGreeting } from "./schemas";
import { findGreeting, toGreeting } from "./select";
import type { Greeting } from "./types";
import { checkWait, findPlace, recordChange } from "./write";

export async function createGreeting(actor: Actor, input: z.output<typeof CreateGreeting.input>): Promise<Greeting> {
  authorize(actor, "greetings.manage");
  checkWait(input.kind, input.afterMinutes);
  return withTenant(actor, async (tx) => {
    await findPlace(tx, actor, input);
    const id = newId();
    await tx.insert(greetings).values({ tenantId: actor.tenantId, id, ...storableJson(input) });
    await recordChange(tx, actor, id, "created");
    return toGreeting(await findGreeting(tx, actor, id));
  });
}
