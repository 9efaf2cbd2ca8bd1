import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { templateFavourites, templates } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { refusalOfTemplate } from "./state";
import type { Template } from "./types";

const { searchText: _, seenIn: __, ...columns } = getTableColumns(templates);

/** Templates with the asker's favourites; callers add conditions, order and limit. */
export function selectTemplates(tx: Transaction, actor: Actor) {
  const memberId = actor.kind === "member" ? actor.id : null;
  return tx
    .select({ template: columns, isFavourite: sql<boolean>`${templateFavourites.name} is not null` })
    .from(templates)
    .leftJoin(
      templateFavourites,
      and(
        eq(templateFavourites.tenantId, templates.tenantId),
        sql`${templateFavourites.memberId} = ${memberId}::uuid`,
        eq(templateFavourites.wabaId, templates.wabaId),
        eq(templateFavourites.name, templates.name),
      ),
    )
    .$dynamic();
}

export type TemplateRow = Awaited<ReturnType<typeof selectTemplates>>[number];

export function toTemplate({ template, isFavourite }: TemplateRow): Template {
  const { id, wabaId, name, language, category, parameterFormat, components, quality } = template;
  const status = shownStatus(template);
  return {
    ...{ id, wabaId, name, language, status, category, parameterFormat, components, quality, isFavourite },
    nextCategory:
      template.nextCategory === null
        ? null
        : { category: template.nextCategory, at: template.nextCategoryAt?.toISOString() ?? null },
    refusal: refusalOf(template, status),
  };
}

export function shownStatus({ status, removedAt }: { status: string; removedAt: Date | null }): string {
  return removedAt === null ? status : "REMOVED";
}

/** With Meta's own words on it, where there are any. */
function refusalOf(template: TemplateRow["template"], status: string): Template["refusal"] {
  const refusal = refusalOfTemplate({ status, category: template.category });
  const note = template.statusNote ?? template.rejectedReason;
  if (!refusal || !note || note === "NONE" || status === "REMOVED") return refusal;
  return { ...refusal, reason: `${refusal.reason} (${note})` };
}
