import {
  explain,
  type Graph,
  type GraphFailure,
  type GraphResult,
  type PhoneNumber,
  type TokenFacts,
} from "@/lib/whatsapp";
import { graphWith } from "./graph";
import type { ChannelCheck } from "./types";

export type ChannelValues = { appId: string; appSecret: string; token: string; wabaId: string; phoneNumberId: string };

export type CheckedChannel = { checks: ChannelCheck[]; phoneNumber: PhoneNumber | null };

const neededScopes = ["whatsapp_business_messaging", "whatsapp_business_management"];
const MOST_PAGES = 20;

/** Asks Graph about each value on its own, so that the one that is wrong is the one that is named. Changes nothing. */
export async function checkValues(values: ChannelValues): Promise<CheckedChannel> {
  const graph = graphWith(values.token);
  const facts = await graph.debugToken({ id: values.appId, secret: values.appSecret });
  const app = appCheck(facts);
  const token = app.state === "passed" ? tokenCheck(facts, values) : skipped("token");
  if (token.state !== "passed") {
    return { checks: [app, token, skipped("number"), skipped("subscription")], phoneNumber: null };
  }
  const [number, subscription] = await Promise.all([numberCheck(graph, values), subscriptionCheck(graph, values)]);
  return { checks: [app, token, number.check, subscription], phoneNumber: number.phoneNumber };
}

/** Meta answers 100 when it believed the app, but the token belongs to another one. */
const isForeignToken = (failure: GraphFailure) => failure.error.code === 100;

function appCheck(facts: GraphResult<TokenFacts>): ChannelCheck {
  if (facts.ok || isForeignToken(facts))
    return passed("app", "app_known", "Meta knows the app and accepts its secret.");
  if (facts.outcome !== "refused") return unreachable("app", facts);
  return failed(
    "app",
    "app_refused",
    "Meta does not accept this app id together with this app secret.",
    "Copy both from the app's basic settings in Meta's developer console.",
  );
}

function tokenCheck(facts: GraphResult<TokenFacts>, { appId, wabaId }: ChannelValues): ChannelCheck {
  const renew = "Make a token for this app in Meta's Business settings, with both WhatsApp permissions.";
  if (!facts.ok) return failed("token", "token_foreign", "The token belongs to another app.", renew);
  const { isValid, scopes, granularScopes } = facts.value;
  if (!isValid) return failed("token", "token_invalid", "The token is not valid, or no longer.", renew);
  if (facts.value.appId !== appId) return failed("token", "token_foreign", "The token belongs to another app.", renew);
  const missing = neededScopes.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) {
    const message = `The token lacks the permission ${missing.join(" and ")}.`;
    return failed("token", "token_lacks", message, renew, missing.join(", "));
  }
  const mayNot = granularScopes.some(
    ({ scope, targetIds }) => neededScopes.includes(scope) && targetIds.length > 0 && !targetIds.includes(wabaId),
  );
  if (mayNot) {
    return failed(
      "token",
      "token_account",
      "The token may not use this WhatsApp business account.",
      "Check the account's id, or give the token's owner access to the account.",
    );
  }
  return passed("token", "token_valid", "The token is valid and may send from this account.");
}

async function numberCheck(graph: Graph, { wabaId, phoneNumberId }: ChannelValues) {
  const found = await findNumber(graph, wabaId, phoneNumberId);
  if (!found.ok) return { check: refused("number", found), phoneNumber: null };
  if (!found.value) {
    const check = failed(
      "number",
      "number_foreign",
      "The number does not belong to this WhatsApp business account.",
      "Compare both ids with the API setup page of the app.",
    );
    return { check, phoneNumber: null };
  }
  const { displayPhoneNumber, verifiedName } = found.value;
  const name = [displayPhoneNumber, verifiedName].filter(Boolean).join(", ");
  return {
    check: passed("number", "number_known", `The number belongs to the account: ${name}.`, name),
    phoneNumber: found.value,
  };
}

async function findNumber(graph: Graph, wabaId: string, id: string): Promise<GraphResult<PhoneNumber | undefined>> {
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const result = await graph.phoneNumbers(wabaId, after === undefined ? {} : { after });
    if (!result.ok) return result;
    const found = result.value.items.find((number) => number.id === id);
    if (found || result.value.after === null) return { ok: true, value: found };
    after = result.value.after;
  }
  return { ok: true, value: undefined };
}

async function subscriptionCheck(graph: Graph, { wabaId, appId }: ChannelValues): Promise<ChannelCheck> {
  const apps = await graph.subscribedApps(wabaId);
  if (!apps.ok) return refused("subscription", apps);
  return apps.value.some(({ id }) => id === appId)
    ? passed("subscription", "subscribed", "The app receives this account's webhooks.")
    : passed(
        "subscription",
        "not_subscribed",
        "The app does not receive this account's webhooks yet; connecting takes care of it.",
      );
}

type Name = ChannelCheck["name"];

const passed = (name: Name, code: string, message: string, value: string | null = null): ChannelCheck => ({
  ...{ name, state: "passed", code, value, message, nextStep: null },
});

function failed(name: Name, code: string, message: string, nextStep: string, value: string | null = null) {
  return { name, state: "failed", code, value, message, nextStep } satisfies ChannelCheck;
}

const skipped = (name: Name): ChannelCheck => ({
  name,
  state: "skipped",
  code: "skipped",
  value: null,
  message: "Not asked, since an earlier check failed.",
  nextStep: null,
});

function refused(name: Name, failure: GraphFailure): ChannelCheck {
  if (failure.outcome !== "refused") return unreachable(name, failure);
  const { title, nextStep } = explain(failure.error.code, failure.error.details);
  return failed(name, `meta_${failure.error.code}`, `${title}.`, nextStep);
}

function unreachable(name: Name, { error }: GraphFailure): ChannelCheck {
  return failed(name, "unreachable", error.message ?? "Meta could not be reached.", "Try again in a moment.");
}
