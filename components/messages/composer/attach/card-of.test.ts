import { expect, test } from "vitest";
import { SendContent } from "@/lib/whatsapp/schemas";
import { cardOfContact, cardOfFields, emptyFields, wrongIn } from "./card-of";

test.each(["Amelia", "Amelia Jane Stone", "فاطمة الزهراء", "+34 600 000 000"])(
  "a contact called %s makes a card that Meta takes",
  (name) => {
    const card = cardOfContact({ name, phone: "+34 600 000 000" });
    expect(SendContent.safeParse({ type: "contacts", contacts: [card] }).success).toBe(true);
    expect(card.phones).toEqual([{ phone: "+34600000000", wa_id: "34600000000", type: "CELL" }]);
  },
);

test("a card by hand holds what was filled in and nothing else", () => {
  const fields = { ...emptyFields, first: " Ana ", phone: "+34 (600) 000-000" };
  expect(wrongIn(fields)).toBeNull();
  const card = cardOfFields(fields);
  expect(card).toEqual({
    name: { formatted_name: "Ana", first_name: "Ana" },
    phones: [{ phone: "+34 (600) 000-000", type: "CELL" }],
  });
  expect(SendContent.safeParse({ type: "contacts", contacts: [card] }).success).toBe(true);
});

test("a card wants a name and a whole number", () => {
  expect(wrongIn(emptyFields)).toBe("first");
  for (const phone of ["", "600 000 000", "+34", "+1234567890123456"]) {
    expect(wrongIn({ ...emptyFields, first: "Ana", phone })).toBe("phone");
  }
});
