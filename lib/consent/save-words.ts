import { eq } from "drizzle-orm";
import type * as z from "zod";
import { consentWords } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { onCommit, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit";
import { type Actor, authorize } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { storableJson } from "@/lib/text";
import { faultsIn } from "./faults";
import { wordList } from "./read-words";
import type { SaveConsentWords } from "./schemas";
import type { ConsentWords } from "./types";
import { forgetWordBook } from "./word-book";

type WordList = z.output<typeof SaveConsentWords.output>;

/** @throws {InvalidError} for a word that means both, or nothing, and where no word would end marketing any more */
export async function saveConsentWords(
  actor: Actor,
  { languages }: z.output<typeof SaveConsentWords.input>,
): Promise<WordList> {
  authorize(actor, "workspace.manage");
  const fields = faultsIn(languages);
  if (fields.length > 0) throw new InvalidError("Some values do not fit.", { code: "invalid_input", fields });
  return replaceWords(actor, storableJson(languages));
}

export async function resetConsentWords(actor: Actor): Promise<WordList> {
  authorize(actor, "workspace.manage");
  return replaceWords(actor, []);
}

function replaceWords(actor: Actor, languages: ConsentWords[]): Promise<WordList> {
  const { tenantId } = actor;
  return withTenant(actor, async (tx) => {
    await oneAtATime(tx, tenantId);
    await tx.delete(consentWords).where(eq(consentWords.tenantId, tenantId));
    if (languages.length > 0) await tx.insert(consentWords).values(languages.map((each) => ({ ...each, tenantId })));
    await recordEvent(tx, actor, { type: "settings.changed", payload: { changed: "consentWords" } });
    onCommit(tx, () => forgetWordBook(tenantId));
    const list = await wordList(tx, actor);
    const words = languages.map(({ language, stopWords, startWords }) => ({ language, stopWords, startWords }));
    await recordAudit(tx, actor, { action: "consentWords.changed", details: { words } });
    return list;
  });
}

async function oneAtATime(tx: Transaction, tenantId: string): Promise<void> {
  await tx.$client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`consent_words|${tenantId}`]);
}
