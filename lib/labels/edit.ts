import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { labels } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { storableText } from "@/lib/text";
import { foldedName, withUniqueName } from "./name";
import type { EditLabel } from "./schemas";
import type { Label } from "./types";

export async function editLabel(actor: Actor, input: z.output<typeof EditLabel.input>): Promise<Label> {
  authorize(actor, "labels.manage");
  const { labelId, name, colour } = input;
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      const own = and(eq(labels.tenantId, actor.tenantId), eq(labels.id, labelId));
      const [found] = await tx.select().from(labels).where(own).for("update");
      if (!found) throw new NotFoundError("label");
      const after: Label = {
        id: labelId,
        name: name === undefined ? found.name : storableText(name),
        colour: colour ?? found.colour,
      };
      await tx
        .update(labels)
        .set({ ...after, foldedName: foldedName(after.name) })
        .where(own);
      await recordEvent(tx, actor, { type: "label.changed", payload: { labelId, change: "edited" } });
      return after;
    }),
  );
}
