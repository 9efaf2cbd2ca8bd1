import { and, eq } from "drizzle-orm";
import { templates } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { selectTemplates, toTemplate } from "./select";
import type { Template } from "./types";

/** @throws {NotFoundError} also for a template of another tenant. */
export async function findTemplate(tx: Transaction, actor: Actor, templateId: string): Promise<Template> {
  const [row] = await selectTemplates(tx, actor).where(
    and(eq(templates.tenantId, actor.tenantId), eq(templates.id, templateId)),
  );
  if (!row) throw new NotFoundError("template");
  return toTemplate(row);
}
