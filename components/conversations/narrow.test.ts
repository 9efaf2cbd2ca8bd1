import { expect, test } from "vitest";
import type { ConversationSummary } from "@/lib/conversations/types";
import { narrow } from "./narrow";

function conversation(id: string, name: string, phone: string | null, text: string) {
  return { id, contact: { id, name, phone, username: null }, lastMessage: { text } } as ConversationSummary;
}

const all = [
  conversation("lea", "Léa Fontaine", "+33 6 12 34 56 78", "Bonjour"),
  conversation("ahmad", "أحمد الخطيب", null, "عنوان"),
  conversation("sheena", "Sheena Nelson", "+1 650 555 1234", "the blue kettle"),
];

test.each([
  ["lea", ["lea"]],
  ["FONTAINE", ["lea"]],
  ["33612", ["lea"]],
  ["650 kettle", ["sheena"]],
  ["أحمد", ["ahmad"]],
  ["  ", ["lea", "ahmad", "sheena"]],
  ["nobody", []],
])("“%s” finds %j", (text, ids) => {
  expect(narrow(all, text).map(({ id }) => id)).toEqual(ids);
});
