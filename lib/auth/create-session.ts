import { sessions } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { newId } from "@/lib/ids";
import { inetOf, type Requester, shortUserAgent } from "./requester";
import { SESSION_MS } from "./session-lifetime";

export async function createSession(tx: Transaction, userId: string, from: Requester): Promise<string> {
  const id = newId();
  await tx.insert(sessions).values({
    id,
    userId,
    expiresAt: new Date(Date.now() + SESSION_MS),
    ip: inetOf(from),
    userAgent: shortUserAgent(from),
  });
  return id;
}
