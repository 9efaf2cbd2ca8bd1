import { and, asc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { greetings } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor } from "@/lib/paging";
import type { ListGreetings } from "./schemas";
import { selectGreetings, toGreeting } from "./select";
import type { Greeting } from "./types";

type Page = { items: Greeting[]; nextCursor: string | null };

export async function listGreetings(
  actor: Actor,
  { cursor, limit }: z.output<typeof ListGreetings.input>,
): Promise<Page> {
  authorize(actor, "greetings.manage");
  const after = readCursor(cursor, z.tuple([z.string(), z.uuid()]));
  const rows = await withTenant(actor, (tx) =>
    selectGreetings(tx)
      .where(
        and(
          eq(greetings.tenantId, actor.tenantId),
          after && sql`(${greetings.name}, ${greetings.id}) > (${after[0]}, ${after[1]}::uuid)`,
        ),
      )
      .orderBy(asc(greetings.name), asc(greetings.id))
      .limit(limit + 1),
  );
  const { shown, nextCursor } = cutPage(rows, limit, ({ greeting }) => [greeting.name, greeting.id]);
  return { items: shown.map(toGreeting), nextCursor };
}
