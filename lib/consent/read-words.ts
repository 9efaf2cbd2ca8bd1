import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import type { ReadConsentWords } from "./schemas";
import { readWords } from "./word-book";

type WordList = z.output<typeof ReadConsentWords.output>;

export async function readConsentWords(actor: Actor): Promise<WordList> {
  authorize(actor, "contacts.read");
  return withTenant(actor, (tx) => wordList(tx, actor));
}

export async function wordList(tx: Transaction, { tenantId }: { tenantId: string }): Promise<WordList> {
  const { words, isOwn } = await readWords(tx, tenantId);
  return { languages: words, isOwn };
}
