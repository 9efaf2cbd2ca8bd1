import { templatesOf } from "./account-templates";
import { type GraphCall, parameter, pickFields } from "./graph-call";
import { phoneNumberObject } from "./graph-phone-numbers";
import { isLoopbackUrl } from "./http/loopback";
import { GraphError } from "./meta/graph-error";
import { badParam, type JsonObject } from "./meta/parameters";
import type { Template } from "./meta/templates";
import type { Simulation } from "./simulation";
import { verifyCallback } from "./webhooks/verify-callback";
import type { Waba } from "./world/directory";

type Route = (simulation: Simulation, waba: Waba, call: GraphCall) => object | Promise<object>;

export const accountRoutes: Record<string, Route> = {
  get: (_simulation, waba, call) => pickFields(call.query, accountObject(waba), ["name", "timezone_id", "currency"]),
  "get phone_numbers": (simulation, waba, call) => {
    const numbers = [...simulation.world.directory.phoneNumbers.values()].filter(({ wabaId }) => wabaId === waba.id);
    const usual = [
      "verified_name",
      "code_verification_status",
      "display_phone_number",
      "quality_rating",
      "platform_type",
      "throughput",
      "name_status",
      "status",
    ];
    return page(
      numbers.map((number) => pickFields(call.query, phoneNumberObject(number, call.caller.app.id), usual)),
      call,
    );
  },
  "get message_templates": (simulation, waba, call) => {
    const usual = [
      "name",
      "parameter_format",
      "language",
      "status",
      "category",
      "components",
      "quality_score",
      "rejected_reason",
    ];
    const found = templatesOf(simulation, waba.id).filter((template) => matches(template, call.query));
    return page(
      found.map((template) => pickFields(call.query, template, usual)),
      call,
    );
  },
  "get subscribed_apps": (simulation, waba) => ({
    data: [...waba.subscriptions].map(([appId, { overrideUrl }]) => ({
      whatsapp_business_api_data: {
        id: appId,
        link: "https://example.com/",
        name: simulation.world.directory.apps.get(appId)?.name ?? appId,
      },
      ...(overrideUrl ? { override_callback_uri: overrideUrl } : {}),
    })),
  }),
  "post subscribed_apps": subscribe,
  "delete subscribed_apps": (_simulation, waba, call) => {
    waba.subscriptions.delete(call.caller.app.id);
    return { success: true };
  },
};

function accountObject(waba: Waba): JsonObject {
  return {
    id: waba.id,
    name: waba.name,
    currency: "USD",
    timezone_id: "1",
    country: "US",
    message_template_namespace: "7d4b3c2a_1f0e_4d5c_8b9a_0c1d2e3f4a5b",
    account_review_status: "APPROVED",
    business_verification_status: "verified",
    ownership_type: "CLIENT_OWNED",
    status: "ACTIVE",
    health_status: {
      can_send_message: "AVAILABLE",
      entities: [{ entity_type: "WABA", id: waba.id, can_send_message: "AVAILABLE" }],
    },
  };
}

/** Subscribes the calling app; an override is asked for its challenge before the answer. */
async function subscribe(_simulation: Simulation, waba: Waba, call: GraphCall): Promise<object> {
  const overrideUrl = parameter(call, "override_callback_uri");
  if (overrideUrl) {
    if (overrideUrl.length > 200 || !isLoopbackUrl(overrideUrl)) {
      throw badParam("Param override_callback_uri must be a URL on this machine with at most 200 characters.");
    }
    if (!(await verifyCallback(overrideUrl, parameter(call, "verify_token") ?? ""))) {
      throw badParam("Callback verification failed: the challenge did not come back with HTTP 200.");
    }
  }
  waba.subscriptions.set(call.caller.app.id, { overrideUrl });
  return { success: true };
}

function matches(template: Template, query: URLSearchParams): boolean {
  const equal = (["language", "status", "category"] as const).every(
    (name) => !query.get(name) || template[name].toLowerCase() === query.get(name)?.toLowerCase(),
  );
  const name = query.get("name") ?? query.get("name_or_content") ?? "";
  return equal && template.name.includes(name);
}

/** A page of at most `limit` items; the cursor is the place in the list, wrapped. */
function page(items: JsonObject[], call: GraphCall): object {
  const limit = Math.min(Math.max(Number(call.query.get("limit") ?? 25) || 25, 1), 500);
  const after = call.query.get("after");
  const start = after ? Number(/^at(\d+)$/.exec(Buffer.from(after, "base64url").toString())?.[1] ?? Number.NaN) : 0;
  if (!Number.isInteger(start) || start > items.length) throw new GraphError(131059);
  const cursor = (place: number) => Buffer.from(`at${place}`).toString("base64url");
  const end = Math.min(start + limit, items.length);
  return {
    data: items.slice(start, end),
    paging: {
      cursors: { before: cursor(start), after: cursor(end) },
      ...(end < items.length ? { next: nextUrl(call, cursor(end)) } : {}),
    },
  };
}

function nextUrl(call: GraphCall, after: string): string {
  const query = new URLSearchParams(call.query);
  query.delete("access_token");
  query.set("after", after);
  return `${call.origin}/${call.version}/${call.id}/${call.edge}?${query}`;
}
