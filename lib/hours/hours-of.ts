import { sql } from "drizzle-orm";
import { channels, departments, hours } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import type { OpeningHours } from "./types";

type Place = { departmentId: string | null; channelId: string };

/** By which hours a conversation goes: its number's own, else its department's; null: it is always open. */
export async function hoursOf(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  { departmentId, channelId }: Place,
): Promise<OpeningHours | null> {
  const [found] = await tx
    .select({ timeZone: hours.timeZone, weekly: hours.weekly, exceptions: hours.exceptions })
    .from(hours)
    .where(
      sql`${hours.tenantId} = ${tenantId} and ${hours.id} = coalesce(
        (select ${channels.hoursId} from ${channels}
          where ${channels.tenantId} = ${tenantId} and ${channels.id} = ${channelId}),
        (select ${departments.hoursId} from ${departments}
          where ${departments.tenantId} = ${tenantId} and ${departments.id} = ${departmentId}))`,
    );
  return found ?? null;
}
