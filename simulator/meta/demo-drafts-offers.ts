import type { CardPart, TemplateDraft } from "./templates";

const handle = { header_handle: ["https://scontent.whatsapp.net/v/sample"] };

const card = (text: string, example: string): { components: CardPart[] } => ({
  components: [
    { type: "HEADER", format: "IMAGE", example: handle },
    { type: "BODY", text, example: { body_text: [[example]] } },
    {
      type: "BUTTONS",
      buttons: [
        { type: "URL", text: "Look at it", url: "https://example.com/shop/{{1}}", example: ["blue-kettle"] },
        { type: "QUICK_REPLY", text: "Put one aside" },
      ],
    },
  ],
});

/** What a shop writes to sell: pictures, films, a code to copy and cards to leaf through; one paused, one rejected, one in review. */
export const offerDrafts: TemplateDraft[] = [
  {
    name: "promo",
    language: "en",
    category: "MARKETING",
    components: [
      { type: "HEADER", format: "IMAGE", example: handle },
      { type: "BODY", text: "Hi {{1}}, the summer sale has begun.", example: { body_text: [["Testa"]] } },
      { type: "FOOTER", text: "Reply STOP to end offers" },
      {
        type: "BUTTONS",
        buttons: [
          { type: "URL", text: "See the offers", url: "https://example.com/sale/{{1}}", example: ["summer"] },
          { type: "QUICK_REPLY", text: "Stop promotions" },
        ],
      },
    ],
  },
  {
    name: "product_tour",
    language: "en",
    category: "MARKETING",
    components: [
      { type: "HEADER", format: "VIDEO", example: handle },
      { type: "BODY", text: "See your new machine at work." },
      { type: "BUTTONS", buttons: [{ type: "PHONE_NUMBER", text: "Call us", phone_number: "+15550783881" }] },
    ],
  },
  {
    name: "welcome_coupon",
    language: "en",
    category: "MARKETING",
    quality_score: { score: "YELLOW", date: 1_750_000_000 },
    components: [
      { type: "HEADER", format: "TEXT", text: "Something for your first order" },
      {
        type: "BODY",
        text: "Dear {{1}}, take {{2}} off your first lamp with the code below.",
        example: { body_text: [["Sheena", "15%"]] },
      },
      { type: "FOOTER", text: "Reply STOP to end offers" },
      {
        type: "BUTTONS",
        buttons: [
          { type: "COPY_CODE", text: "Copy offer code", example: ["LIGHT15"] },
          { type: "URL", text: "Go to the shop", url: "https://example.com/shop" },
        ],
      },
    ],
  },
  {
    name: "weekend_offer",
    language: "en",
    category: "MARKETING",
    components: [
      { type: "HEADER", format: "IMAGE", example: handle },
      { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "This weekend", has_expiration: true } },
      { type: "BODY", text: "Hi {{1}}, all lamps are a fifth off.", example: { body_text: [["Sheena"]] } },
      {
        type: "BUTTONS",
        buttons: [
          { type: "COPY_CODE", text: "Copy offer code", example: ["LIGHT20"] },
          { type: "URL", text: "See the lamps", url: "https://example.com/lamps/{{1}}", example: ["all"] },
        ],
      },
    ],
  },
  {
    name: "new_arrivals",
    language: "en",
    category: "MARKETING",
    components: [
      {
        type: "BODY",
        text: "Hi {{1}}, three things that came in this week:",
        example: { body_text: [["Sheena"]] },
      },
      {
        type: "CAROUSEL",
        cards: [
          card("The blue kettle, back at {{1}}.", "49 euros"),
          card("A reading lamp with {{1}}.", "a warm light"),
          card("The copper pot, {{1}} left.", "twelve"),
        ],
      },
    ],
  },
  {
    name: "flow_tpl",
    components: [
      { type: "BODY", text: "Tell us how it went: two short questions." },
      { type: "BUTTONS", buttons: [{ type: "FLOW", text: "Start" }] },
    ],
  },
  {
    name: "winter_offer",
    language: "en",
    category: "MARKETING",
    status: "PAUSED",
    quality_score: { score: "RED", date: 1_750_000_000 },
    components: [{ type: "BODY", text: "The winter offer ends on Sunday." }],
  },
  {
    name: "flash_sale",
    language: "en",
    category: "MARKETING",
    status: "REJECTED",
    rejected_reason: "TAG_CONTENT_MISMATCH",
    components: [{ type: "BODY", text: "Today only: everything must go." }],
  },
  {
    name: "spring_preview",
    language: "en",
    category: "MARKETING",
    status: "PENDING",
    components: [
      { type: "BODY", text: "Hello {{1}}, see our spring colours first.", example: { body_text: [["Sheena"]] } },
    ],
  },
];
