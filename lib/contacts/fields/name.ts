import { refuseDuplicate } from "@/lib/errors";
import { foldText, storableText } from "@/lib/text";

/** As a person reads it: `Order no.` and `ORDER NO.` are one field. */
export function foldedFieldName(name: string): string {
  return foldText(storableText(name)).replace(/\s+/g, " ");
}

export function withUniqueFieldName<T>(write: () => Promise<T>): Promise<T> {
  return refuseDuplicate(write, "A field with this name exists.", {
    code: "contact_field_name_taken",
    nextStep: "Choose another name, or use that one.",
  });
}
