import { expect, test } from "vitest";
import { readParts } from "./parts/read-parts";
import { prefill } from "./prefill";

const facts = {
  contactName: "Sheena Nelson",
  phone: "16505551234",
  agentName: "Lena Moss",
  workspaceName: "Kettle & Lamp",
  fields: [{ name: "Order number", value: "48213" }],
};
const valuesIn = (body: string, known: Partial<typeof facts> | { contactName: null } = {}) =>
  prefill(readParts([{ type: "BODY", text: body }]), "UTILITY", { ...facts, ...known });

test.each([
  ["first_name", "Sheena"],
  ["customer_name", "Sheena Nelson"],
  ["name", "Sheena Nelson"],
  ["last_name", "Nelson"],
  ["nombre", "Sheena"],
  ["phone_number", "+16505551234"],
  ["agent_name", "Lena"],
  ["company", "Kettle & Lamp"],
  ["order_number", "48213"],
])("a variable named %s is filled with %s", (name, value) => {
  expect(valuesIn(`It is about {{${name}}} today.`)).toEqual({ [`body.${name}`]: value });
});

test.each([
  "Hi {{1}}, welcome.",
  "Hola {{1}}, te esperamos.",
  "Thank you, {{1}}. Done.",
  "Dear *{{1}}*, hello.",
  "Olá {{1}}!",
  "مرحبا {{1}}، طلبك جاهز.",
])("in %j the number stands for the first name", (body) => {
  expect(valuesIn(body)).toEqual({ "body.1": "Sheena" });
});

test.each(["Your order {{1}} is ready.", "{{1}} is your code.", "It is {{order_date}}.", "Say hi to {{1}}."])(
  "in %j nothing is guessed",
  (body) => {
    expect(valuesIn(body)).toEqual({});
  },
);

test("what is not known stays empty", () => {
  expect(valuesIn("Hi {{first_name}}, welcome.", { contactName: null })).toEqual({});
  expect(valuesIn("Dear {{last_name}}, welcome.", { contactName: "Cher" })).toEqual({});
});
