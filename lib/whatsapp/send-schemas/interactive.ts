import * as z from "zod";
import { sendLimits } from "@/lib/whatsapp/types";
import { CarouselAction, CatalogAction, ProductAction, ProductListAction } from "./interactive-commerce";
import { InteractiveHeader, TextHeader } from "./interactive-header";
import { ButtonsAction, ListAction } from "./interactive-menu";
import { webUrl, words } from "./words";

const body = z.object({ text: words("The text", sendLimits.body) });
const footer = z.object({ text: words("The footer", sendLimits.footer) }).optional();
const header = InteractiveHeader.optional();

const CtaUrlAction = z.object({
  name: z.literal("cta_url"),
  parameters: z.object({ display_text: words("The button's text", sendLimits.displayText), url: webUrl }),
});

const FlowAction = z.object({
  name: z.literal("flow"),
  parameters: z
    .object({
      flow_message_version: z.literal("3"),
      flow_id: words("The Flow's id", 64).optional(),
      flow_name: words("The Flow's name", 200).optional(),
      flow_cta: words("The button's text", sendLimits.flowCta),
      flow_token: z.string().max(1_024).optional(),
      flow_action: z.enum(["navigate", "data_exchange"]).optional(),
      flow_action_payload: z.object({ screen: z.string().min(1), data: z.looseObject({}).optional() }).optional(),
      mode: z.enum(["draft", "published"]).optional(),
    })
    .refine(({ flow_id, flow_name }) => (flow_id === undefined) !== (flow_name === undefined), {
      error: "Name the Flow either by its id or by its name.",
    }),
});

const AddressAction = z.object({
  name: z.literal("address_message"),
  parameters: z.looseObject({ country: z.string().regex(/^[A-Z]{2}$/, "The country should look like IN.") }),
});

const VoiceCallAction = z.object({
  name: z.literal("voice_call"),
  parameters: z
    .object({
      display_text: words("The button's text", sendLimits.displayText).optional(),
      ttl_minutes: z.number().int().min(1).max(sendLimits.callTtlMinutes).optional(),
      payload: z.string().max(512).optional(),
    })
    .optional(),
});

/** A single button with a fixed label: the action says no more than its name. */
function fixedAction<Name extends string>(name: Name) {
  return z.object({ name: z.literal(name) });
}

const Interactive = z.discriminatedUnion("type", [
  z.object({ type: z.literal("button"), header, body, footer, action: ButtonsAction }),
  z.object({
    type: z.literal("list"),
    header: TextHeader.optional(),
    body: z.object({ text: words("The text", sendLimits.listBody) }),
    footer,
    action: ListAction,
  }),
  z.object({ type: z.literal("cta_url"), header, body, footer, action: CtaUrlAction }),
  z.object({ type: z.literal("flow"), header, body, footer, action: FlowAction }),
  z.object({ type: z.literal("location_request_message"), body, action: fixedAction("send_location") }),
  z.object({ type: z.literal("address_message"), header, body, footer, action: AddressAction }),
  z.object({ type: z.literal("request_contact_info"), body, footer, action: fixedAction("request_contact_info") }),
  z.object({ type: z.literal("call_permission_request"), body, action: fixedAction("call_permission_request") }),
  z.object({ type: z.literal("voice_call"), body, footer, action: VoiceCallAction }),
  z.object({ type: z.literal("product"), body: body.optional(), footer, action: ProductAction }),
  z.object({ type: z.literal("product_list"), header: TextHeader, body, footer, action: ProductListAction }),
  z.object({ type: z.literal("catalog_message"), body, footer, action: CatalogAction }),
  z.object({ type: z.literal("carousel"), body, action: CarouselAction }),
  z.object({
    type: z.enum(["order_details", "order_status"]),
    header,
    body,
    footer,
    action: z.looseObject({ name: z.enum(["review_and_pay", "review_order"]) }),
  }),
]);

export const InteractiveMessage = z.object({ type: z.literal("interactive"), interactive: Interactive });
