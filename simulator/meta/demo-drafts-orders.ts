import type { TemplateDraft } from "./templates";

const handle = { header_handle: ["https://scontent.whatsapp.net/v/sample"] };

/** What a shop writes about an order: every kind of header, named and numbered variables, several languages. */
export const orderDrafts: TemplateDraft[] = [
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
    quality_score: { score: "GREEN", date: 1_750_000_000 },
    components: [
      {
        type: "BODY",
        text: "Thank you, {{1}}. Your order *{{2}}* is confirmed.",
        example: { body_text: [["Testa", "860198"]] },
      },
    ],
  },
  {
    name: "order_confirmation",
    language: "es",
    components: [
      {
        type: "BODY",
        text: "Gracias, {{1}}. Tu pedido *{{2}}* está confirmado.",
        example: { body_text: [["Lucía", "860198"]] },
      },
    ],
  },
  {
    name: "order_confirmation",
    language: "pt_BR",
    components: [
      {
        type: "BODY",
        text: "Obrigado, {{1}}. O seu pedido *{{2}}* está confirmado.",
        example: { body_text: [["Clara", "860198"]] },
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
    name: "order_on_its_way",
    language: "en",
    parameter_format: "NAMED",
    quality_score: { score: "GREEN", date: 1_750_000_000 },
    components: [
      {
        type: "HEADER",
        format: "TEXT",
        text: "Order {{order_number}}",
        example: { header_text_named_params: [{ param_name: "order_number", example: "48213" }] },
      },
      {
        type: "BODY",
        text: "Hi {{first_name}}, your parcel left our warehouse and should be with you by {{delivery_day}}.",
        example: {
          body_text_named_params: [
            { param_name: "first_name", example: "Sheena" },
            { param_name: "delivery_day", example: "Thursday" },
          ],
        },
      },
      { type: "FOOTER", text: "Kettle & Lamp" },
      {
        type: "BUTTONS",
        buttons: [
          { type: "URL", text: "Track the parcel", url: "https://example.com/track/{{1}}", example: ["JD014600"] },
          { type: "QUICK_REPLY", text: "Change the address" },
        ],
      },
    ],
  },
  {
    name: "invoice_ready",
    language: "en",
    components: [
      { type: "HEADER", format: "DOCUMENT", example: handle },
      { type: "BODY", text: "Hello {{1}}, your invoice {{2}} is ready.", example: { body_text: [["Sheena", "2041"]] } },
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
    name: "delivery_update",
    language: "ar",
    components: [{ type: "BODY", text: "طلبك رقم {{1}} في الطريق إليك اليوم.", example: { body_text: [["1042"]] } }],
  },
  {
    name: "cita_recordatorio",
    language: "es",
    components: [
      { type: "HEADER", format: "TEXT", text: "Cita del {{1}}", example: { header_text: ["lunes"] } },
      { type: "BODY", text: "Hola {{1}}, te esperamos a las {{2}}.", example: { body_text: [["Lucía", "10:30"]] } },
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
];
