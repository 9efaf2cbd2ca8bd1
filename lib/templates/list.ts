import { and, asc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { channels, templateFavourites, templates } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor } from "@/lib/paging";
import type { ListTemplates } from "./schemas";
import { foldWords } from "./search-text";
import { selectTemplates, toTemplate } from "./select";
import type { Template } from "./types";

type Asked = z.output<typeof ListTemplates.input>;

/** By name, then language, so that the languages of one template stand together. */
export async function listTemplates(
  actor: Actor,
  input: Asked,
): Promise<{ items: Template[]; nextCursor: string | null }> {
  authorize(actor, "templates.read");
  const rows = await withTenant(actor, (tx) =>
    selectTemplates(tx, actor)
      .where(and(eq(templates.tenantId, actor.tenantId), ...conditionsOf(actor, input)))
      .orderBy(asc(byName), asc(byLanguage), asc(templates.id))
      .limit(input.limit + 1),
  );
  const { shown, nextCursor } = cutPage(rows.map(toTemplate), input.limit, ({ name, language, id }) => [
    name,
    language,
    id,
  ]);
  return { items: shown, nextCursor };
}

/** One order everywhere, whatever the database's locale. */
const byName = sql`${templates.name} collate "C"`;
const byLanguage = sql`${templates.language} collate "C"`;

function conditionsOf(actor: Actor, input: Asked): (SQL | undefined)[] {
  const { search, channelId, language, status, category, favourites, cursor } = input;
  const words = foldWords(search ?? "").split(" ");
  return [
    ...words.filter((word) => word !== "").map((word) => sql`strpos(${templates.searchText}, ${word}) > 0`),
    channelId ? ofChannel(actor, channelId) : undefined,
    language ? eq(templates.language, language) : undefined,
    status === "REMOVED" ? isNotNull(templates.removedAt) : isNull(templates.removedAt),
    status && status !== "REMOVED" ? eq(templates.status, status) : undefined,
    category ? eq(templates.category, category) : undefined,
    favourites === true ? isNotNull(templateFavourites.name) : undefined,
    afterCursor(cursor),
  ];
}

/** No such number has no templates. */
function ofChannel({ tenantId }: Actor, channelId: string): SQL {
  return sql`${templates.wabaId} = (select ${channels.wabaId} from ${channels}
    where ${channels.tenantId} = ${tenantId} and ${channels.id} = ${channelId})`;
}

function afterCursor(cursor: string | undefined): SQL | undefined {
  const after = readCursor(cursor, z.tuple([z.string(), z.string(), z.uuid()]));
  return after && sql`(${byName}, ${byLanguage}, ${templates.id}) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`;
}
