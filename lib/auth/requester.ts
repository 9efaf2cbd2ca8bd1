import { isIP } from "node:net";
import { storableText, truncate } from "@/lib/text";

/** Where a request comes from, for limits and the audit. `address` is `unknown` when nobody said. */
export type Requester = { address: string; userAgent: string | null };

export const nobody: Requester = { address: "unknown", userAgent: null };

/** What PostgreSQL's inet takes, else null. */
export function inetOf({ address }: Requester): string | null {
  const [plain = ""] = address.split("%");
  return isIP(plain) ? plain : null;
}

export function shortUserAgent({ userAgent }: Requester): string | null {
  return userAgent ? truncate(storableText(userAgent), 300) : null;
}
