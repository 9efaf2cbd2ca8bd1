import type * as z from "zod";
import type { Actor } from "@/lib/auth";
import type { ConsentEntry, RecordConsent } from "./schemas";
import { tell } from "./tell";

/**
 * A customer consented, and there is proof of it. What is older than a withdrawal stands in the ledger without effect;
 * without a time it is refused after one.
 */
export function recordConsent(
  actor: Actor,
  input: z.output<typeof RecordConsent.input>,
): Promise<z.output<typeof ConsentEntry>> {
  return tell(actor, "granted", input);
}
