import type { JsonObject, SystemItem } from "@/lib/whatsapp/types";
import { addressesOf, identityOf, isNobody } from "./contacts";
import { asObject, asText } from "./lenient";
import { Malformed, type Scope } from "./scope";

const changes: Record<string, SystemItem["change"]> = {
  user_changed_number: "number_changed",
  customer_changed_number: "number_changed",
  user_changed_user_id: "user_id_changed",
  user_identity_changed: "identity_changed",
  customer_identity_changed: "identity_changed",
};

/** A notice about a customer's number, id or security code. It comes without contacts, so all it knows is in it. */
export function readSystem(scope: Scope, message: JsonObject, wamid: string, timestampMs: number | null) {
  const system = asObject(message.system);
  const before = addressesOf(
    message.from,
    message.from_user_id ?? system?.previous_user_id,
    message.from_parent_user_id ?? system?.previous_parent_user_id,
  );
  if (isNobody(before)) throw new Malformed("The system message does not say whom it is about.");
  const systemType = asText(system?.type);
  return {
    kind: "system",
    wamid,
    change: (systemType !== null && changes[systemType]) || "other",
    systemType,
    body: asText(system?.body),
    from: identityOf(scope.contacts, before, timestampMs),
    after: addressesOf(system?.wa_id, system?.user_id, system?.parent_user_id),
  } as const;
}
