import type { JsonObject } from "@/lib/whatsapp/types";
import { asObject, asText } from "@/lib/whatsapp/webhook/lenient";
import { type GraphAccess, segment } from "./call";
import { type Page, readPage } from "./paging";
import type { GraphResult } from "./result";

export type ListedTemplate = {
  id: string;
  name: string;
  language: string;
  /** APPROVED, PENDING, REJECTED, PAUSED, DISABLED, … */
  status: string;
  /** AUTHENTICATION, MARKETING, UTILITY. */
  category: string;
  /** POSITIONAL or NAMED. */
  parameterFormat: string | null;
  rejectedReason: string | null;
  qualityScore: string | null;
  components: JsonObject[];
};

const fields =
  "id,name,language,status,category,parameter_format,rejected_reason,quality_score,components,previous_category";

/** A carousel with its samples comes to some 20 kB. */
const MAX_BYTES = 4 * 1024 * 1024;

export async function listTemplates(
  access: GraphAccess,
  wabaId: string,
  page: { after?: string | undefined; limit?: number } = {},
): Promise<GraphResult<Page<ListedTemplate>>> {
  const request = { fields, limit: 50, maxBytes: MAX_BYTES, ...page };
  return readPage(access, `${segment(wabaId)}/message_templates`, request, readTemplate);
}

function readTemplate(template: JsonObject): ListedTemplate {
  const components = Array.isArray(template.components) ? template.components : [];
  return {
    id: asText(template.id) ?? "",
    name: asText(template.name) ?? "",
    language: asText(template.language) ?? "",
    status: asText(template.status) ?? "UNKNOWN",
    category: asText(template.category) ?? "UNKNOWN",
    parameterFormat: asText(template.parameter_format),
    rejectedReason: asText(template.rejected_reason),
    qualityScore: asText(asObject(template.quality_score)?.score),
    components: components.map(asObject).filter((component) => component !== null),
  };
}
