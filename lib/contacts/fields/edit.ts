import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { contactFields } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import type { ContactField } from "@/lib/contacts/field-types";
import type { EditContactField } from "@/lib/contacts/schemas";
import { NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { storableText } from "@/lib/text";
import { readChoices } from "./choices";
import { foldedFieldName, withUniqueFieldName } from "./name";

/** The kind stays: values of another would mean something else. A choice that goes stays where it was chosen. */
export async function editContactField(
  actor: Actor,
  { fieldId, name, choices }: z.output<typeof EditContactField.input>,
): Promise<ContactField> {
  authorize(actor, "contactFields.manage");
  return withUniqueFieldName(() =>
    withTenant(actor, async (tx) => {
      const own = and(eq(contactFields.tenantId, actor.tenantId), eq(contactFields.id, fieldId));
      const [found] = await tx.select().from(contactFields).where(own).for("update");
      if (!found) throw new NotFoundError("contact field");
      const after: ContactField = {
        id: fieldId,
        kind: found.kind,
        name: name === undefined ? found.name : storableText(name),
        choices: choices === undefined ? found.choices : readChoices(found.kind, choices),
      };
      await tx
        .update(contactFields)
        .set({ name: after.name, foldedName: foldedFieldName(after.name), choices: after.choices })
        .where(own);
      await recordEvent(tx, actor, { type: "contactField.changed", payload: { fieldId, change: "edited" } });
      return after;
    }),
  );
}
