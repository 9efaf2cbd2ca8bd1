import { expect, test } from "vitest";
import { variableValues } from "./values";

const conversation = {
  contact: { name: "Ana Reyes", phone: "14155550101", username: null },
  department: null,
  channel: { name: "Shop" },
};
const by = { agentName: "Lena Maas", workspaceName: "Kettle & Lamp" };
const named = (name: string) => variableValues({ ...conversation, contact: { ...conversation.contact, name } }, by);

test("names are filled in whole and by their first word", () => {
  expect(variableValues(conversation, by)).toMatchObject({
    "contact.name": "Ana Reyes",
    "contact.firstName": "Ana",
    "agent.firstName": "Lena",
    "department.name": null,
  });
});

test.each(["+49 1512 3456789", "Unknown", "@ana_r", "US.13491208655302741918"])(
  "what stands in place of a name is no name: %s",
  (name) => {
    expect(named(name)).toMatchObject({ "contact.name": null, "contact.firstName": null });
  },
);
