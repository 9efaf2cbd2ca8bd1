import fc from "fast-check";
import { expect, test } from "vitest";
import { SendContent } from "@/lib/whatsapp/schemas";
import { type MenuDraft, menuContent, menuProblem, newMenu } from "./menu-draft";

const buttons = (...titles: string[]): MenuDraft => ({ ...newMenu("Which day?"), buttons: titles });
const list = (sections: MenuDraft["sections"]): MenuDraft => ({
  ...newMenu("Which day?"),
  kind: "list",
  listButton: "Days",
  sections,
});
const row = (title: string, description = "") => ({ title, description });

test("empty buttons and rows are left out, and spaces around words", () => {
  expect(menuContent(buttons(" Today ", "", "Tomorrow"))).toEqual({
    type: "interactive",
    interactive: {
      type: "button",
      body: { text: "Which day?" },
      action: {
        buttons: [
          { type: "reply", reply: { id: "button-1", title: "Today" } },
          { type: "reply", reply: { id: "button-2", title: "Tomorrow" } },
        ],
      },
    },
  });
});

test.each<[string, MenuDraft, ReturnType<typeof menuProblem>]>([
  ["no question", { ...buttons("Yes"), body: " " }, "body"],
  ["no button", buttons("", " "), "buttons"],
  ["two buttons alike", buttons("Yes", "Yes "), "sameButton"],
  ["a button of 21 characters", buttons("x".repeat(21)), "tooLong"],
  ["no word to open the list", { ...list([{ title: "", rows: [row("A")] }]), listButton: "" }, "listButton"],
  ["no row", list([{ title: "Days", rows: [row("")] }]), "rows"],
  ["a row that is only described", list([{ title: "", rows: [row("", "By noon")] }]), "rowTitle"],
  [
    "one of two sections without a name",
    list([
      { title: "A", rows: [row("1")] },
      { title: "", rows: [row("2")] },
    ]),
    "sectionTitle",
  ],
])("%s is said before it is sent", (_what, menu, problem) => {
  expect(menuProblem(menu)).toBe(problem);
});

const words = fc.string({ maxLength: 30 });
const anyMenu: fc.Arbitrary<MenuDraft> = fc.record({
  kind: fc.constantFrom("button", "list"),
  header: fc.string({ maxLength: 70 }),
  body: fc.string({ maxLength: 1_100 }),
  footer: fc.string({ maxLength: 70 }),
  buttons: fc.array(words, { maxLength: 3 }),
  listButton: words,
  sections: fc.array(
    fc.record({
      title: words,
      rows: fc.array(fc.record({ title: words, description: fc.string({ maxLength: 80 }) }), { maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
});

test("what has no problem here is taken by the check against Meta's limits", () => {
  fc.assert(
    fc.property(anyMenu, (menu) => {
      fc.pre(menuProblem(menu) === null);
      expect(SendContent.safeParse(menuContent(menu)).error).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
