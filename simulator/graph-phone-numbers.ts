import { acceptSend } from "./accept-send";
import { businessReads } from "./business-reads";
import { blockUsers, listBlockedUsers } from "./graph-block-users";
import { type GraphCall, parameter, pickFields } from "./graph-call";
import { uploadMedia } from "./graph-media";
import { threadControl } from "./graph-thread-control";
import { isBsuid } from "./meta/addresses";
import { badParam, badValue, type JsonObject } from "./meta/parameters";
import type { Simulation } from "./simulation";
import type { PhoneNumber } from "./world/directory";

type Route = (simulation: Simulation, phoneNumber: PhoneNumber, call: GraphCall) => object | Promise<object>;

const usualFields = [
  "verified_name",
  "code_verification_status",
  "display_phone_number",
  "quality_rating",
  "platform_type",
  "throughput",
  "id",
];

export const phoneNumberRoutes: Record<string, Route> = {
  get: (_simulation, phoneNumber, call) =>
    pickFields(call.query, phoneNumberObject(phoneNumber, call.caller.app.id), usualFields),
  "post messages": (simulation, phoneNumber, call) =>
    call.body.status === undefined
      ? acceptSend(simulation, phoneNumber, call.body, call.failure)
      : businessReads(simulation, phoneNumber, call.body),
  "post media": uploadMedia,
  "post thread_control": (simulation, phoneNumber, call) => threadControl(simulation, phoneNumber, call.body),
  "delete contact_book": forgetPhone,
  "get block_users": listBlockedUsers,
  "post block_users": (simulation, phoneNumber, call) => blockUsers(simulation, phoneNumber, call.body, true),
  "delete block_users": (simulation, phoneNumber, call) => blockUsers(simulation, phoneNumber, call.body, false),
};

export function phoneNumberObject(phoneNumber: PhoneNumber, appId: string): JsonObject {
  const available = (entityType: string, id: string) => ({
    entity_type: entityType,
    id,
    can_send_message: "AVAILABLE",
  });
  return {
    verified_name: phoneNumber.verifiedName,
    display_phone_number: phoneNumber.display,
    id: phoneNumber.id,
    quality_rating: "GREEN",
    quality_score: { score: "GREEN" },
    code_verification_status: "VERIFIED",
    platform_type: "CLOUD_API",
    throughput: { level: phoneNumber.throughput >= 1_000 ? "HIGH" : "STANDARD" },
    name_status: "APPROVED",
    new_name_status: "NONE",
    status: "CONNECTED",
    account_mode: "LIVE",
    is_official_business_account: false,
    is_pin_enabled: true,
    is_on_biz_app: false,
    whatsapp_business_manager_messaging_limit: "TIER_100K",
    last_onboarded_time: "2026-01-12T09:00:00+0000",
    health_status: {
      can_send_message: "AVAILABLE",
      entities: [
        available("PHONE_NUMBER", phoneNumber.id),
        available("WABA", phoneNumber.wabaId),
        available("APP", appId),
      ],
    },
  };
}

/** Forgets the link of phone and user id: a customer with a username is seen without the phone from now on. */
function forgetPhone(simulation: Simulation, phoneNumber: PhoneNumber, call: GraphCall): object {
  if (parameter(call, "messaging_product") !== "whatsapp")
    throw badParam("The parameter messaging_product is required.");
  const userId = parameter(call, "bsuid");
  if (!userId || !isBsuid(userId)) throw badValue("Param bsuid is not a valid user id");
  const person = simulation.world.people.findByUserId(phoneNumber.wabaId, userId);
  const linked = person?.phone !== undefined && person.showsPhone;
  if (person?.username) person.showsPhone = false;
  return { success: true, deleted: linked };
}
