import type { JsonValue } from "./json";
import type { MediaObject } from "./media-object";

export type ButtonReply = { type: "button_reply"; button_reply: { id: string; title: string } };
export type ListReply = { type: "list_reply"; list_reply: { id: string; title: string; description?: string } };
/** The answer of a Flow or of an address form. `response` is `response_json` parsed; null when it is not JSON. */
export type FormReply = {
  type: "nfm_reply";
  nfm_reply: { name: string | null; body: string | null; response_json: string; response: JsonValue };
};
export type CallPermissionReply = {
  type: "call_permission_reply";
  call_permission_reply: {
    response: string;
    is_permanent?: boolean;
    /** Unix seconds. */
    expiration_timestamp?: number;
    response_source?: string;
  };
};
export type InteractiveReply = ButtonReply | ListReply | FormReply | CallPermissionReply;

export type InteractiveHeader =
  | { type: "text"; text: string }
  | { type: "image"; image: MediaObject }
  | { type: "video"; video: MediaObject }
  | { type: "document"; document: MediaObject };

type Around = { header?: InteractiveHeader; body?: { text: string }; footer?: { text: string } };

export type ReplyButtons = Around & {
  type: "button";
  action: { buttons: { type: "reply"; reply: { id: string; title: string } }[] };
};
export type ListMenu = Around & {
  type: "list";
  action: {
    button: string;
    sections: { title?: string; rows: { id: string; title: string; description?: string }[] }[];
  };
};
export type CtaUrl = Around & {
  type: "cta_url";
  action: { name: "cta_url"; parameters: { display_text: string; url: string } };
};
/** Every other kind we can send; its action is validated by the send schemas and passed on as it is. */
export type OtherInteractive = Around & {
  type:
    | "flow"
    | "location_request_message"
    | "address_message"
    | "request_contact_info"
    | "call_permission_request"
    | "voice_call"
    | "product"
    | "product_list"
    | "catalog_message"
    | "carousel"
    | "order_details"
    | "order_status";
  action: { [key: string]: unknown };
};
export type InteractiveSend = ReplyButtons | ListMenu | CtaUrl | OtherInteractive;

/** A value or a card's component, passed on as Meta shapes it. */
export type TemplatePart = { type: string; [key: string]: unknown };

export type TemplateComponent = {
  type: "header" | "body" | "button" | "carousel" | "limited_time_offer";
  sub_type?: string;
  index?: string | number;
  parameters?: TemplatePart[];
  cards?: { card_index: number; components: TemplatePart[] }[];
};
export type TemplateSend = {
  name: string;
  language: { code: string; policy?: string };
  components?: TemplateComponent[];
};

/** One card of a shown template, or the template itself. A header without its file, place or text was not given one. */
export type ShownTemplateCard = {
  header:
    | { type: "text"; text: string }
    | { type: "image" | "video" | "document"; link?: string; id?: string; filename?: string }
    | { type: "location"; latitude?: string; longitude?: string; name?: string; address?: string }
    | null;
  body: string;
  buttons: {
    kind: "quick_reply" | "url" | "phone" | "copy_code" | "flow" | "other";
    text: string;
    url?: string;
    phone?: string;
    code?: string;
  }[];
};

/** A template filled in, as the customer sees it: kept with the message, since the template may change or go. */
export type ShownTemplate = ShownTemplateCard & {
  category: string;
  /** An offer that ends; `endsAt` as ISO text. */
  offer?: { text: string; endsAt: string | null };
  footer: string | null;
  cards: ShownTemplateCard[];
};
