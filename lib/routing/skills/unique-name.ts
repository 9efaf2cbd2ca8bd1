import { refuseDuplicate } from "@/lib/errors";

export function withUniqueName<T>(write: () => Promise<T>): Promise<T> {
  return refuseDuplicate(write, "A skill with this name exists.", {
    code: "skill_name_taken",
    nextStep: "Choose another name.",
  });
}
