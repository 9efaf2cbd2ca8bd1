import type * as z from "zod";
import type { Actor } from "@/lib/auth";
import type { ConsentEntry, WithdrawConsent } from "./schemas";
import { tell } from "./tell";

/** A customer withdrew consent by another way than a word on WhatsApp. Withdrawing takes no proof, only how it came. */
export function withdrawConsent(
  actor: Actor,
  input: z.output<typeof WithdrawConsent.input>,
): Promise<z.output<typeof ConsentEntry>> {
  return tell(actor, "withdrawn", input);
}
