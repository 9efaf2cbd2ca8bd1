import { count, eq } from "drizzle-orm";
import type * as z from "zod";
import { contactFields } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import type { ContactField } from "@/lib/contacts/field-types";
import type { CreateContactField } from "@/lib/contacts/schemas";
import { LimitReachedError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import { storableText } from "@/lib/text";
import { readChoices } from "./choices";
import { foldedFieldName, withUniqueFieldName } from "./name";

const MOST_FIELDS = 100;

export async function createContactField(
  actor: Actor,
  input: z.output<typeof CreateContactField.input>,
): Promise<ContactField> {
  authorize(actor, "contactFields.manage");
  const field: ContactField = {
    id: newId(),
    name: storableText(input.name),
    kind: input.kind,
    choices: readChoices(input.kind, input.choices),
  };
  return withUniqueFieldName(() =>
    withTenant(actor, async (tx) => {
      const [known] = await tx
        .select({ count: count() })
        .from(contactFields)
        .where(eq(contactFields.tenantId, actor.tenantId));
      const position = known?.count ?? 0;
      if (position >= MOST_FIELDS) {
        throw new LimitReachedError(`A workspace has at most ${MOST_FIELDS} fields.`, {
          code: "too_many_contact_fields",
          nextStep: "Delete one that nobody uses.",
        });
      }
      await tx
        .insert(contactFields)
        .values({ tenantId: actor.tenantId, ...field, foldedName: foldedFieldName(field.name), position });
      await recordEvent(tx, actor, { type: "contactField.changed", payload: { fieldId: field.id, change: "created" } });
      return field;
    }),
  );
}
