import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { greetings } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { storableJson } from "@/lib/text";
import type { EditGreeting } from "./schemas";
import { findGreeting, toGreeting } from "./select";
import type { Greeting } from "./types";
import { checkWait, findPlace, recordChange } from "./write";

export async function editGreeting(actor: Actor, input: z.output<typeof EditGreeting.input>): Promise<Greeting> {
  authorize(actor, "greetings.manage");
  const { greetingId, ...changes } = input;
  return withTenant(actor, async (tx) => {
    const { greeting: before } = await findGreeting(tx, actor, greetingId);
    const after = { ...before, ...storableJson(changes) };
    checkWait(after.kind, after.afterMinutes);
    await findPlace(tx, actor, after);
    await tx
      .update(greetings)
      .set(after)
      .where(and(eq(greetings.tenantId, actor.tenantId), eq(greetings.id, greetingId)));
    await recordChange(tx, actor, greetingId, "edited");
    return toGreeting(await findGreeting(tx, actor, greetingId));
  });
}
