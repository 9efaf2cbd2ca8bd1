import type { JsonObject, JsonValue, PhoneNumberItem, TemplateItem } from "@/lib/whatsapp/types";
import { digestOf, keyOf } from "./dedupe-key";
import { asObject, asText } from "./lenient";
import { Malformed, type Reader, type Reading, type Scope } from "./scope";
import { timestampMsOf } from "./timestamp";

/** Fields whose whole value is one event about the account, a template, a number or a flow. */
export const accountReaders: Record<string, Reader> = {
  account_update: readAccount,
  account_alerts: readAccount,
  account_review_update: readAccount,
  business_capability_update: readAccount,
  business_status_update: readAccount,
  partner_solutions: readAccount,
  payment_configuration_update: readAccount,
  message_template_status_update: templateReader("status"),
  message_template_quality_update: templateReader("quality"),
  message_template_components_update: templateReader("components"),
  template_category_update: templateReader("category"),
  template_correct_category_detection: templateReader("category_detection"),
  phone_number_quality_update: phoneNumberReader("quality"),
  phone_number_name_update: phoneNumberReader("name"),
  business_username_updates: phoneNumberReader("username"),
  security: phoneNumberReader("security"),
  account_settings_update: phoneNumberReader("settings"),
  flows: readFlow,
};

function readAccount(scope: Scope, clean: JsonValue): Reading {
  const value = objectOf(clean);
  const alert = asObject(value.alert_info);
  const event = asText(value.event) ?? asText(value.decision) ?? asText(alert?.alert_type) ?? asText(value.status);
  const subjectWabaId = asText(asObject(value.waba_info)?.waba_id) ?? scope.wabaId;
  return { ...aroundOf("account", scope, value), body: { kind: "account", event, subjectWabaId, value } };
}

function templateReader(change: TemplateItem["change"]): Reader {
  return (scope, clean) => {
    const value = objectOf(clean);
    const actual = value.new_quality_score === undefined ? change : "quality";
    return {
      ...aroundOf("template", scope, value),
      body: {
        kind: "template",
        change: actual,
        templateId: asText(value.message_template_id),
        name: asText(value.message_template_name),
        language: asText(value.message_template_language)?.replace("-", "_") ?? null,
        event: templateEventOf(actual, value)?.toUpperCase() ?? null,
        reason: asText(value.reason),
        value,
      },
    };
  };
}

function templateEventOf(change: TemplateItem["change"], value: JsonObject): string | null {
  switch (change) {
    case "status":
      return asText(value.event);
    case "quality":
      return asText(value.new_quality_score);
    case "category":
      return asText(value.new_category);
    case "category_detection":
      return asText(value.correct_category);
    case "components":
      return null;
  }
}

function phoneNumberReader(change: PhoneNumberItem["change"]): Reader {
  return (scope, clean) => {
    const value = objectOf(clean);
    const event = asText(value.event) ?? asText(value.decision) ?? asText(value.status) ?? asText(value.type);
    return { ...aroundOf("phone_number", scope, value), body: { kind: "phone_number", change, event, value } };
  };
}

function readFlow(scope: Scope, clean: JsonValue): Reading {
  const value = objectOf(clean);
  const body = { kind: "flow", event: asText(value.event), flowId: asText(value.flow_id), value } as const;
  return { ...aroundOf("flow", scope, value), body };
}

function objectOf(clean: JsonValue): JsonObject {
  const value = asObject(clean);
  if (!value) throw new Malformed("The value is not an object.");
  return value;
}

function aroundOf(kind: string, scope: Scope, value: JsonObject) {
  return {
    key: keyOf(kind, digestOf([scope.field, scope.wabaId, scope.entryTimeMs, value])),
    timestampMs: scope.entryTimeMs ?? timestampMsOf(value.timestamp),
  };
}
