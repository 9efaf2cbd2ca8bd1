import type { JsonValue } from "@/lib/whatsapp/types";
import { addressesOf, identityOf, isNobody } from "./contacts";
import { keyOf } from "./dedupe-key";
import { asObject, asText } from "./lenient";
import { Malformed, type Reading, type Scope } from "./scope";
import { timestampMsOf } from "./timestamp";

/** An element of `user_preferences[]`: a customer stops or resumes marketing. */
export function readPreference(scope: Scope, clean: JsonValue): Reading {
  const preference = asObject(clean);
  const addresses = addressesOf(preference?.wa_id, preference?.user_id, preference?.parent_user_id);
  if (!preference || isNobody(addresses)) throw new Malformed("The preference does not say whose it is.");
  const timestampMs = timestampMsOf(preference.timestamp);
  const category = asText(preference.category);
  const value = asText(preference.value);
  const owner = addresses.bsuid ?? addresses.phone;
  return {
    key: keyOf("preference", scope.phoneNumberId, owner, category, value, timestampMs),
    timestampMs,
    body: {
      kind: "preference",
      who: identityOf(scope.contacts, addresses, timestampMs),
      category,
      value,
      detail: asText(preference.detail),
      signupId: asText(preference.signup_id),
    },
  };
}
