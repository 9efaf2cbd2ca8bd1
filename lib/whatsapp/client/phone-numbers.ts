import type { JsonObject } from "@/lib/whatsapp/types";
import { asObject, asText } from "@/lib/whatsapp/webhook/lenient";
import { callGraph, type GraphAccess, segment } from "./call";
import { type Page, readPage } from "./paging";
import type { GraphResult } from "./result";

export type PhoneNumber = {
  id: string;
  /** As Meta writes it: +1 555-078-3881. */
  displayPhoneNumber: string | null;
  verifiedName: string | null;
  /** CONNECTED, PENDING, OFFLINE, FLAGGED, RESTRICTED, … */
  status: string | null;
  qualityRating: string | null;
  /** TIER_250, TIER_2K, … */
  messagingLimit: string | null;
  throughputLevel: string | null;
  nameStatus: string | null;
  /** CLOUD_API for numbers this product can serve. */
  platformType: string | null;
  isOnPhoneApp: boolean | null;
  username: string | null;
};

const fields = [
  "id",
  "display_phone_number",
  "verified_name",
  "status",
  "quality_rating",
  "whatsapp_business_manager_messaging_limit",
  "throughput",
  "name_status",
  "platform_type",
  "is_on_biz_app",
  "username",
].join(",");

export async function phoneNumbers(
  access: GraphAccess,
  wabaId: string,
  page: { after?: string } = {},
): Promise<GraphResult<Page<PhoneNumber>>> {
  return readPage(access, `${segment(wabaId)}/phone_numbers`, { fields, ...page }, readPhoneNumber);
}

export async function phoneNumber(access: GraphAccess, id: string): Promise<GraphResult<PhoneNumber>> {
  return callGraph(access, { method: "GET", path: segment(id), query: { fields } }, readPhoneNumber);
}

function readPhoneNumber(body: JsonObject): PhoneNumber {
  return {
    id: asText(body.id) ?? "",
    displayPhoneNumber: asText(body.display_phone_number),
    verifiedName: asText(body.verified_name),
    status: asText(body.status),
    qualityRating: asText(body.quality_rating),
    messagingLimit: asText(body.whatsapp_business_manager_messaging_limit),
    throughputLevel: asText(asObject(body.throughput)?.level),
    nameStatus: asText(body.name_status),
    platformType: asText(body.platform_type),
    isOnPhoneApp: typeof body.is_on_biz_app === "boolean" ? body.is_on_biz_app : null,
    username: asText(body.username),
  };
}
