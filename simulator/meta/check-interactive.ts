import { checkButtons, checkCarousel, checkList, checkProductList } from "./check-interactive-parts";
import { checkMedia, type FindMediaType } from "./check-media";
import {
  badParam,
  type JsonObject,
  missing,
  optionalText,
  requireNumber,
  requireObject,
  requireText,
  requireWebAddress,
} from "./parameters";

const named: Record<string, (parameters: JsonObject) => void> = {
  cta_url: (parameters) => {
    requireText(parameters.display_text, "interactive['action']['parameters']['display_text']", 20);
    requireWebAddress(parameters.url, "interactive['action']['parameters']['url']");
  },
  flow: (parameters) => {
    requireText(parameters.flow_message_version, "interactive['action']['parameters']['flow_message_version']", 10);
    if (parameters.flow_id === undefined && parameters.flow_name === undefined) {
      throw missing("interactive['action']['parameters']['flow_id'] or ['flow_name']");
    }
    requireText(parameters.flow_cta, "interactive['action']['parameters']['flow_cta']", 30);
  },
  address_message: (parameters) => {
    requireText(parameters.country, "interactive['action']['parameters']['country']", 2);
  },
  voice_call: (parameters) => {
    optionalText(parameters.display_text, "interactive['action']['parameters']['display_text']", 20);
    if (parameters.ttl_minutes !== undefined) {
      requireNumber(parameters.ttl_minutes, "interactive['action']['parameters']['ttl_minutes']", {
        min: 1,
        max: 43_200,
      });
    }
  },
  catalog_message: () => {},
};

/** Kinds whose action is nothing but a name. */
const actionNames: Record<string, string> = {
  location_request_message: "send_location",
  request_contact_info: "request_contact_info",
  call_permission_request: "call_permission_request",
};

const structured: Record<string, (action: JsonObject, interactive: JsonObject, media: FindMediaType) => void> = {
  button: checkButtons,
  list: checkList,
  product_list: checkProductList,
  carousel: checkCarousel,
  product: (action) => {
    requireText(action.catalog_id, "interactive['action']['catalog_id']", 100);
    requireText(action.product_retailer_id, "interactive['action']['product_retailer_id']", 100);
  },
  order_details: (action) => void requireText(action.name, "interactive['action']['name']", 100),
  order_status: (action) => void requireText(action.name, "interactive['action']['name']", 100),
};

export function checkInteractive(interactive: JsonObject, findMediaType: FindMediaType): void {
  const kind = requireText(interactive.type, "interactive['type']", 100);
  const known = [...Object.keys(structured), ...Object.keys(named), ...Object.keys(actionNames)];
  if (!known.includes(kind)) {
    throw badParam(`Param interactive['type'] must be one of {${known.join(", ")}} - got "${kind}".`);
  }
  if (interactive.header !== undefined) checkHeader(kind, interactive.header, findMediaType);
  if (kind !== "product" || interactive.body !== undefined) {
    const body = requireObject(interactive.body, "interactive['body']");
    requireText(body.text, "interactive['body']['text']", kind === "list" ? 4096 : 1024);
  }
  if (interactive.footer !== undefined) {
    requireText(requireObject(interactive.footer, "interactive['footer']").text, "interactive['footer']['text']", 60);
  }
  const action = requireObject(interactive.action, "interactive['action']");
  structured[kind]?.(action, interactive, findMediaType);
  if (named[kind]) checkName(action, kind);
  named[kind]?.(
    kind === "catalog_message" ? {} : requireObject(action.parameters, "interactive['action']['parameters']"),
  );
  const actionName = actionNames[kind];
  if (actionName) checkName(action, actionName);
}

function checkName(action: JsonObject, expected: string): void {
  const name = requireText(action.name, "interactive['action']['name']", 100);
  if (name !== expected) throw badParam(`Param interactive['action']['name'] must be ${expected}.`);
}

const withoutHeader = new Set(["product", "location_request_message", "carousel"]);
const withTextHeaderOnly = new Set(["list", "product_list"]);

function checkHeader(kind: string, value: unknown, findMediaType: FindMediaType): void {
  if (withoutHeader.has(kind)) throw badParam(`Unexpected key "header" on param "interactive" of type ${kind}.`);
  const header = requireObject(value, "interactive['header']");
  const type = requireText(header.type, "interactive['header']['type']", 20);
  if (withTextHeaderOnly.has(kind) && type !== "text")
    throw badParam("Param interactive['header']['type'] must be text.");
  if (type === "text") return void requireText(header.text, "interactive['header']['text']", 60);
  if (!["image", "video", "document"].includes(type)) {
    throw badParam(
      `Param interactive['header']['type'] must be one of {text, image, video, document} - got "${type}".`,
    );
  }
  checkMedia(type, requireObject(header[type], `interactive['header']['${type}']`), findMediaType);
}
