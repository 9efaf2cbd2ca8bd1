import { refuseDuplicate } from "@/lib/errors";
import { foldText, storableText } from "@/lib/text";

/** As a person reads it: `VIP`, `vip` and `Vip` are one label. */
export function foldedName(name: string): string {
  return foldText(storableText(name)).replace(/\s+/g, " ");
}

export function withUniqueName<T>(write: () => Promise<T>): Promise<T> {
  return refuseDuplicate(write, "A label with this name exists.", {
    code: "label_name_taken",
    nextStep: "Choose another name, or use that one.",
  });
}
