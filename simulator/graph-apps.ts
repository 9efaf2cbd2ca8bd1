import { findCaller } from "./graph-auth";
import { type GraphCall, parameter, pickFields } from "./graph-call";
import { isLoopbackUrl } from "./http/loopback";
import { badParam } from "./meta/parameters";
import type { Simulation } from "./simulation";
import { verifyCallback } from "./webhooks/verify-callback";
import type { App, Directory } from "./world/directory";

type Route = (simulation: Simulation, app: App, call: GraphCall) => object | Promise<object>;

export const appRoutes: Record<string, Route> = {
  get: (_simulation, app, call) =>
    pickFields(call.query, { id: app.id, name: app.name, category: "Business", link: "https://example.com/" }, [
      "name",
      "category",
      "link",
    ]),
  "get subscriptions": (_simulation, app) => ({
    data: app.webhookUrl
      ? [
          {
            object: "whatsapp_business_account",
            callback_url: app.webhookUrl,
            active: true,
            fields: [{ name: "messages", version: "v25.0" }],
          },
        ]
      : [],
  }),
  "post subscriptions": setCallback,
};

/** The app's callback for all its accounts, taken over once it answered the challenge. */
async function setCallback(_simulation: Simulation, app: App, call: GraphCall): Promise<object> {
  if (call.caller.token) throw badParam("This method must be called with an app access_token.");
  if (parameter(call, "object") !== "whatsapp_business_account") {
    throw badParam("Param object must be whatsapp_business_account.");
  }
  const url = parameter(call, "callback_url") ?? "";
  if (!isLoopbackUrl(url)) throw badParam("Param callback_url must be an http URL on this machine.");
  const verifyToken = parameter(call, "verify_token") ?? "";
  if (!(await verifyCallback(url, verifyToken))) {
    throw badParam("Callback verification failed: the challenge did not come back with HTTP 200.");
  }
  app.webhookUrl = url;
  app.verifyToken = verifyToken;
  return { success: true };
}

/** What a token is; to be asked with a token of the same app. */
export function debugToken(directory: Directory, call: GraphCall): object {
  const input = call.query.get("input_token");
  if (!input) throw badParam("The parameter input_token is required.");
  const found = findCaller(directory, input);
  if (!found) {
    const error = { code: 190, message: "Invalid OAuth access token - Cannot parse access token" };
    return { data: { error, is_valid: false, scopes: [] } };
  }
  const { app, token } = found;
  if (app !== call.caller.app) {
    throw badParam("The App_id in the input_token did not match the Viewing App.");
  }
  const facts = { app_id: app.id, application: app.name };
  if (!token) return { data: { ...facts, type: "APP", is_valid: true, scopes: [] } };
  const targets = [...token.wabaIds];
  const scopes = ["whatsapp_business_management", "whatsapp_business_messaging"];
  const expired = token.state === "expired";
  return {
    data: {
      ...facts,
      type: "SYSTEM_USER",
      data_access_expires_at: 0,
      expires_at: 0,
      is_valid: !expired,
      ...(expired ? { error: { code: 190, subcode: 463, message: "Session has expired" } } : {}),
      issued_at: 1_750_000_000,
      scopes: [...scopes, "public_profile"],
      granular_scopes: scopes.map((scope) => ({ scope, target_ids: targets })),
      user_id: "100000000000009",
    },
  };
}
