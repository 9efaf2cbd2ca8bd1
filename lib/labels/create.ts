import type * as z from "zod";
import { labels } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import { storableText } from "@/lib/text";
import { foldedName, withUniqueName } from "./name";
import type { CreateLabel } from "./schemas";
import type { Label } from "./types";

export async function createLabel(actor: Actor, input: z.output<typeof CreateLabel.input>): Promise<Label> {
  authorize(actor, "labels.manage");
  const label: Label = { id: newId(), name: storableText(input.name), colour: input.colour };
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      await tx.insert(labels).values({ tenantId: actor.tenantId, ...label, foldedName: foldedName(label.name) });
      await recordEvent(tx, actor, { type: "label.changed", payload: { labelId: label.id, change: "created" } });
      return label;
    }),
  );
}
