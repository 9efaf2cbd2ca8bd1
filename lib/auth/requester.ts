import { isIP } from "node:net";
import type { Language } from "@/lib/languages";
import { storableText, truncate } from "@/lib/text";

/**
 * Where a request comes from, for limits and the audit. `address` is `unknown` when nobody said. A new account speaks
 * the language of the page that it was made on.
 */
export type Requester = { address: string; userAgent: string | null; language?: Language };

export const nobody: Requester = { address: "unknown", userAgent: null };

/** What PostgreSQL's inet takes, else null. */
export function inetOf({ address }: Requester): string | null {
  const [plain = ""] = address.split("%");
  return isIP(plain) ? plain : null;
}

export function shortUserAgent({ userAgent }: Requester): string | null {
  return userAgent ? truncate(storableText(userAgent), 300) : null;
}
