import type { OutgoingContent } from "@/components/messages/outgoing/outgoing";
import { sendLimits } from "@/lib/whatsapp/types";

/** A question with answers to tap, as it is being put together. */
export type MenuDraft = {
  kind: "button" | "list";
  header: string;
  body: string;
  footer: string;
  buttons: string[];
  /** What opens the list. */
  listButton: string;
  sections: MenuSection[];
};

export type MenuSection = { title: string; rows: MenuRow[] };
export type MenuRow = { title: string; description: string };

export const emptyRow: MenuRow = { title: "", description: "" };

export function newMenu(body: string): MenuDraft {
  return {
    ...{ kind: "button", header: "", body, footer: "" },
    buttons: ["", ""],
    listButton: "",
    sections: [{ title: "", rows: [emptyRow, emptyRow] }],
  };
}

/** What the Cloud API would refuse, or the customer could not use. */
export type MenuProblem =
  | "body"
  | "tooLong"
  | "buttons"
  | "sameButton"
  | "listButton"
  | "rows"
  | "rowTitle"
  | "sectionTitle";

export function menuProblem(menu: MenuDraft): MenuProblem | null {
  if (menu.body.trim() === "") return "body";
  if (isTooLong(menu)) return "tooLong";
  if (menu.kind === "button") {
    const buttons = filledButtons(menu);
    if (buttons.length === 0) return "buttons";
    return new Set(buttons).size < buttons.length ? "sameButton" : null;
  }
  if (menu.listButton.trim() === "") return "listButton";
  const sections = filledSections(menu);
  if (sections.length === 0) return "rows";
  if (sections.some(({ rows }) => rows.some(({ title }) => title === ""))) return "rowTitle";
  return sections.length > 1 && sections.some(({ title }) => title === "") ? "sectionTitle" : null;
}

export function rowCount({ sections }: MenuDraft): number {
  return sections.reduce((sum, { rows }) => sum + rows.length, 0);
}

export function bodyLimit({ kind }: MenuDraft): number {
  return kind === "list" ? sendLimits.listBody : sendLimits.body;
}

function isTooLong(menu: MenuDraft): boolean {
  const over = (text: string, most: number) => text.trim().length > most;
  if (over(menu.header, sendLimits.header) || over(menu.footer, sendLimits.footer)) return true;
  if (over(menu.body, bodyLimit(menu))) return true;
  if (menu.kind === "button") return menu.buttons.some((title) => over(title, sendLimits.buttonTitle));
  return (
    over(menu.listButton, sendLimits.listButton) ||
    menu.sections.some(
      ({ title, rows }) =>
        over(title, sendLimits.sectionTitle) ||
        rows.some((row) => over(row.title, sendLimits.rowTitle) || over(row.description, sendLimits.rowDescription)),
    )
  );
}

/** In Meta's shape. Ids tell one answer from another within the message. */
export function menuContent(menu: MenuDraft): OutgoingContent {
  const header = menu.header.trim();
  const footer = menu.footer.trim();
  const common = {
    ...(header ? { header: { type: "text", text: header } } : {}),
    body: { text: menu.body.trim() },
    ...(footer ? { footer: { text: footer } } : {}),
  };
  return {
    type: "interactive",
    interactive:
      menu.kind === "button"
        ? { type: "button", ...common, action: { buttons: buttonsOf(menu) } }
        : { type: "list", ...common, action: { button: menu.listButton.trim(), sections: sectionsOf(menu) } },
  };
}

function buttonsOf(menu: MenuDraft) {
  return filledButtons(menu).map((title, at) => ({ type: "reply", reply: { id: `button-${at + 1}`, title } }));
}

function sectionsOf(menu: MenuDraft) {
  let number = 0;
  return filledSections(menu).map(({ title, rows }) => ({
    ...(title ? { title } : {}),
    rows: rows.map((row) => {
      number += 1;
      const { description } = row;
      return { id: `row-${number}`, title: row.title, ...(description ? { description } : {}) };
    }),
  }));
}

function filledButtons({ buttons }: MenuDraft): string[] {
  return buttons.map((title) => title.trim()).filter(Boolean);
}

function filledSections({ sections }: MenuDraft): MenuSection[] {
  return sections
    .map(({ title, rows }) => ({
      title: title.trim(),
      rows: rows
        .map((row) => ({ title: row.title.trim(), description: row.description.trim() }))
        .filter((row) => row.title !== "" || row.description !== ""),
    }))
    .filter(({ rows }) => rows.length > 0);
}
