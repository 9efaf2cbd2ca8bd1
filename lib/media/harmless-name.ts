import { truncate } from "@/lib/text";

/** A file's name without folders, without what turns the reading direction to hide an ending, and never of a hidden file. */
export function harmlessName(filename: string): string {
  const name = filename.toWellFormed().split(/[\\/]/).at(-1) ?? "";
  return truncate(name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "").replace(/^[.\s]+|[.\s]+$/g, ""), 200);
}
