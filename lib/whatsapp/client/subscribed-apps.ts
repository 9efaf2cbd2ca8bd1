import type { JsonObject } from "@/lib/whatsapp/types";
import { asObject, asText } from "@/lib/whatsapp/webhook/lenient";
import { callGraph, type GraphAccess, readSuccess, segment } from "./call";
import type { GraphResult } from "./result";

export type SubscribedApp = { id: string; name: string | null; overrideCallbackUrl: string | null };

/** Without our app in this list nothing arrives, and nothing reports an error. */
export async function subscribedApps(access: GraphAccess, wabaId: string): Promise<GraphResult<SubscribedApp[]>> {
  return callGraph(access, { method: "GET", path: edge(wabaId) }, ({ data }) =>
    (Array.isArray(data) ? data : []).flatMap((app) => readApp(asObject(app))),
  );
}

function readApp(app: JsonObject | null): SubscribedApp[] {
  const inner = asObject(app?.whatsapp_business_api_data) ?? app;
  const id = asText(inner?.id);
  if (id === null) return [];
  return [{ id, name: asText(inner?.name), overrideCallbackUrl: asText(app?.override_callback_uri) }];
}

export async function subscribeApp(
  access: GraphAccess,
  wabaId: string,
  override?: { callbackUrl: string; verifyToken: string },
): Promise<GraphResult<{ success: boolean }>> {
  const json = override && { override_callback_uri: override.callbackUrl, verify_token: override.verifyToken };
  return callGraph(access, { method: "POST", path: edge(wabaId), json }, readSuccess);
}

export async function unsubscribeApp(access: GraphAccess, wabaId: string): Promise<GraphResult<{ success: boolean }>> {
  return callGraph(access, { method: "DELETE", path: edge(wabaId) }, readSuccess);
}

function edge(wabaId: string): string {
  return `${segment(wabaId)}/subscribed_apps`;
}
