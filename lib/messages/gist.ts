import { type Gist, gistOf, type MessageContent } from "@/lib/whatsapp/types";

type Stored = { type: string; content: Record<string, unknown>; revokedAt: Date | null };

/** What a stored message without words of its own is; found when it is read, so that old messages have it too. */
export function gistOfStored({ type, content, revokedAt }: Stored): Gist | null {
  if (revokedAt !== null) return { kind: "deleted" };
  const part = content[type];
  // Of what was cleared only the stored line is left.
  if (typeof part !== "object" || part === null) return null;
  if (type === "call") return { kind: (part as { missed?: boolean }).missed ? "callMissed" : "call" };
  const gist = gistOf({ ...content, type } as MessageContent);
  return typeof gist === "string" ? null : gist;
}
