import type { Actor } from "@/lib/auth";

/** What somebody uploaded is theirs until a message carries it; then it is of those who see that message. */
export function mayUse(actor: Pick<Actor, "id" | "visibility">, { uploadedBy }: { uploadedBy: string }): boolean {
  return uploadedBy === actor.id || actor.visibility === "all";
}
