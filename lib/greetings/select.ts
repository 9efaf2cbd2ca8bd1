import { and, eq } from "drizzle-orm";
import { channels, departments, greetings } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import type { Greeting } from "./types";

/** Callers add conditions, order and limit. */
export function selectGreetings(tx: Transaction) {
  return tx
    .select({ greeting: greetings, departmentName: departments.name, channelName: channels.name })
    .from(greetings)
    .leftJoin(
      departments,
      and(eq(departments.tenantId, greetings.tenantId), eq(departments.id, greetings.departmentId)),
    )
    .leftJoin(channels, and(eq(channels.tenantId, greetings.tenantId), eq(channels.id, greetings.channelId)))
    .$dynamic();
}

type GreetingRow = Awaited<ReturnType<typeof selectGreetings>>[number];

/** @throws {NotFoundError} */
export async function findGreeting(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  greetingId: string,
): Promise<GreetingRow> {
  const [row] = await selectGreetings(tx).where(and(eq(greetings.tenantId, tenantId), eq(greetings.id, greetingId)));
  if (!row) throw new NotFoundError("greeting");
  return row;
}

export function toGreeting({ greeting, departmentName, channelName }: GreetingRow): Greeting {
  const { id, name, kind, departmentId, channelId, language, during, text, afterMinutes, isActive } = greeting;
  return {
    ...{ id, name, kind, language, during, text, afterMinutes, isActive },
    department: departmentId === null ? null : { id: departmentId, name: departmentName ?? "" },
    channel: channelId === null ? null : { id: channelId, name: channelName ?? "" },
  };
}
