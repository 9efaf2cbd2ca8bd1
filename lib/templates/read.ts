import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findTemplate } from "./find";
import type { Template } from "./types";

export async function readTemplate(actor: Actor, { templateId }: { templateId: string }): Promise<Template> {
  authorize(actor, "templates.read");
  return withTenant(actor, (tx) => findTemplate(tx, actor, templateId));
}
