import { and, eq, inArray } from "drizzle-orm";
import { contactFields, contactFieldValues } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { type FieldError, InvalidError, NotFoundError } from "@/lib/errors";
import { readFieldValue } from "./read-value";

/** By field; null or nothing but space takes a value away. */
export type TypedValues = Record<string, string | null>;

/**
 * Writes what somebody typed into the fields of a contact. A value that was there stays valid, whatever the choices are
 * by now.
 *
 * @throws {InvalidError} that names each field which does not fit
 */
export async function setFieldValues(
  tx: Transaction,
  { tenantId }: { tenantId: string },
  contactId: string,
  typed: TypedValues,
): Promise<string[]> {
  const ids = Object.keys(typed);
  if (ids.length === 0) return [];
  const fields = await tx
    .select()
    .from(contactFields)
    .where(and(eq(contactFields.tenantId, tenantId), inArray(contactFields.id, ids)));
  if (fields.length < ids.length) throw new NotFoundError("contact field");
  const before = await valuesOf(tx, tenantId, contactId);
  const faults: FieldError[] = [];
  const changed: string[] = [];
  for (const field of fields) {
    const text = typed[field.id]?.trim() ?? "";
    const stored = before.get(field.id) ?? "";
    if (text === stored) continue;
    const own = and(
      eq(contactFieldValues.tenantId, tenantId),
      eq(contactFieldValues.contactId, contactId),
      eq(contactFieldValues.fieldId, field.id),
    );
    if (text === "") {
      await tx.delete(contactFieldValues).where(own);
      changed.push(field.name);
      continue;
    }
    const reading = readFieldValue(field, text);
    if (!reading.ok) {
      faults.push({ path: `fields.${field.id}`, message: reading.message });
    } else if (reading.value !== stored) {
      const { value } = reading;
      await tx
        .insert(contactFieldValues)
        .values({ tenantId, contactId, fieldId: field.id, value })
        .onConflictDoUpdate({
          target: [contactFieldValues.tenantId, contactFieldValues.contactId, contactFieldValues.fieldId],
          set: { value },
        });
      changed.push(field.name);
    }
  }
  if (faults.length > 0) throw new InvalidError("Some values do not fit.", { code: "invalid_input", fields: faults });
  return changed;
}

async function valuesOf(tx: Transaction, tenantId: string, contactId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ fieldId: contactFieldValues.fieldId, value: contactFieldValues.value })
    .from(contactFieldValues)
    .where(and(eq(contactFieldValues.tenantId, tenantId), eq(contactFieldValues.contactId, contactId)));
  return new Map(rows.map(({ fieldId, value }) => [fieldId, value]));
}
