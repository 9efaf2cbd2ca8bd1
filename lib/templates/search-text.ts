import { readParts } from "./parts/read-parts";

/** Without marks and case, so that "cafe" finds "Café". */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
}

/** What a search looks through: the name, and the words of header, body, footer, buttons and cards. */
export function searchTextOf(name: string, components: readonly unknown[]): string {
  const { header, body, footer, buttons, cards } = readParts(components);
  const title = header?.format === "text" ? header.text : "";
  const labels = [...buttons, ...cards.flatMap((card) => card.buttons)].map(({ text }) => text);
  const words = [name, title, body, ...cards.map((card) => card.body), footer ?? "", ...labels];
  return foldText(words.join(" ")).slice(0, 4_000);
}
