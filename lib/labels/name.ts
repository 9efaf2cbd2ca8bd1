import { ConflictError, sqlStateOf } from "@/lib/errors";
import { foldText, storableText } from "@/lib/text";

const UNIQUE_VIOLATION = "23505";

/** As a person reads it: `VIP`, `vip` and `Vip` are one label. */
export function foldedName(name: string): string {
  return foldText(storableText(name)).replace(/\s+/g, " ");
}

export async function withUniqueName<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (sqlStateOf(error) !== UNIQUE_VIOLATION) throw error;
    throw new ConflictError("A label with this name exists.", {
      code: "label_name_taken",
      nextStep: "Choose another name, or use that one.",
    });
  }
}
