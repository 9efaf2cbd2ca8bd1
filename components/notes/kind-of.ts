import type { Note } from "@/lib/notes/types";

/** Of what the software writes, a reminder calls whoever set it; a rule calls nobody. */
export function kindOf({ author, mentions }: Note): "note" | "reminder" | "rule" {
  if (author.kind !== "system") return "note";
  return mentions.length > 0 ? "reminder" : "rule";
}
