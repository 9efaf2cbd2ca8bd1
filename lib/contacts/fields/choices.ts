import type { FieldKind } from "@/lib/contacts/field-types";
import { InvalidError } from "@/lib/errors";
import { storableText } from "@/lib/text";

/** What can be chosen, each once. @throws {InvalidError} for a choice without any, or choices of another kind */
export function readChoices(kind: FieldKind, choices: string[]): string[] {
  const read = [...new Set(choices.map((choice) => storableText(choice)))];
  const message =
    kind === "choice" && read.length === 0
      ? "needs at least one choice"
      : kind !== "choice" && read.length > 0
        ? "belong to the kind choice only"
        : null;
  if (message === null) return read;
  throw new InvalidError("Some values do not fit.", { code: "invalid_input", fields: [{ path: "choices", message }] });
}
