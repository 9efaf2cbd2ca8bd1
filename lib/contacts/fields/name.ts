import { ConflictError, sqlStateOf } from "@/lib/errors";
import { foldText, storableText } from "@/lib/text";

const UNIQUE_VIOLATION = "23505";

/** As a person reads it: `Order no.` and `ORDER NO.` are one field. */
export function foldedFieldName(name: string): string {
  return foldText(storableText(name)).replace(/\s+/g, " ");
}

export async function withUniqueFieldName<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (sqlStateOf(error) !== UNIQUE_VIOLATION) throw error;
    throw new ConflictError("A field with this name exists.", {
      code: "contact_field_name_taken",
      nextStep: "Choose another name, or use that one.",
    });
  }
}
