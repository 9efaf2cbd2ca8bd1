export type TemplateButton = { type: string; text: string; url?: string; phone_number?: string; example?: string[] };
export type TemplateComponent =
  | { type: "HEADER"; format: "TEXT" | "IMAGE" | "VIDEO" | "DOCUMENT" | "LOCATION"; text?: string; example?: object }
  | { type: "BODY"; text: string; example?: object }
  | { type: "FOOTER"; text: string }
  | { type: "BUTTONS"; buttons: TemplateButton[] };
export type Template = {
  id: string;
  name: string;
  language: string;
  status: "APPROVED" | "PAUSED" | "DISABLED" | "PENDING";
  category: "UTILITY" | "MARKETING" | "AUTHENTICATION";
  parameter_format: "POSITIONAL" | "NAMED";
  components: TemplateComponent[];
  quality_score: { score: string; date: number };
  rejected_reason: "NONE";
};

type Draft = Pick<Template, "name" | "components"> & Partial<Template>;

const handle = { header_handle: ["https://scontent.whatsapp.net/v/sample"] };

const drafts: Draft[] = [
  {
    name: "hello_world",
    components: [
      { type: "HEADER", format: "TEXT", text: "Hello World" },
      { type: "BODY", text: "Welcome. This message shows that the line works." },
      { type: "FOOTER", text: "Sample Co" },
    ],
  },
  {
    name: "order_confirmation",
    components: [
      {
        type: "BODY",
        text: "Thank you, {{1}}. Your order *{{2}}* is confirmed.",
        example: { body_text: [["Testa", "860198"]] },
      },
    ],
  },
  {
    name: "order_confirmation_named",
    parameter_format: "NAMED",
    components: [
      {
        type: "BODY",
        text: "Thank you, {{first_name}}. Your order *{{order_number}}* is confirmed.",
        example: {
          body_text_named_params: [
            { param_name: "first_name", example: "Testa" },
            { param_name: "order_number", example: "860198" },
          ],
        },
      },
    ],
  },
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
    name: "invoice_ready",
    language: "en",
    components: [
      { type: "HEADER", format: "DOCUMENT", example: handle },
      { type: "BODY", text: "Your invoice {{1}} is ready.", example: { body_text: [["2041"]] } },
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
    name: "pickup_point",
    language: "en",
    components: [
      { type: "HEADER", format: "LOCATION" },
      { type: "BODY", text: "Your parcel {{1}} waits here until Friday.", example: { body_text: [["JD014"]] } },
    ],
  },
  {
    name: "cita_recordatorio",
    language: "es",
    components: [
      { type: "HEADER", format: "TEXT", text: "Cita del {{1}}", example: { header_text: ["lunes"] } },
      {
        type: "BODY",
        text: "Hola {{1}}, te esperamos a las {{2}}.",
        example: { body_text: [["Lucía", "10:30"]] },
      },
      {
        type: "BUTTONS",
        buttons: [
          { type: "QUICK_REPLY", text: "Confirmar" },
          { type: "QUICK_REPLY", text: "Cambiar la cita" },
        ],
      },
    ],
  },
  {
    name: "delivery_update",
    language: "ar",
    components: [{ type: "BODY", text: "طلبك رقم {{1}} في الطريق إليك اليوم.", example: { body_text: [["1042"]] } }],
  },
  {
    name: "verification_code",
    category: "AUTHENTICATION",
    components: [
      { type: "BODY", text: "*{{1}}* is your verification code.", example: { body_text: [["123456"]] } },
      { type: "FOOTER", text: "This code expires in 10 minutes." },
      {
        type: "BUTTONS",
        buttons: [
          {
            type: "URL",
            text: "Copy code",
            url: "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}",
            example: ["123456"],
          },
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
];

/** The templates every account of the simulator owns: all header kinds, three languages, one paused. */
export const templates: Template[] = drafts.map((draft, index) => ({
  id: String(1_192_339_204_654_487n + BigInt(index)),
  language: "en_US",
  status: "APPROVED",
  category: "UTILITY",
  parameter_format: "POSITIONAL",
  quality_score: { score: "UNKNOWN", date: 1_750_000_000 },
  rejected_reason: "NONE",
  ...draft,
}));

export function findTemplate(name: unknown, language: unknown): Template | undefined {
  return templates.find((template) => template.name === name && template.language === language);
}

/** Names of the variables of a text, in order, each once. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? ""))];
}
