import { foldText } from "@/lib/text";
import { readParts } from "./parts/read-parts";

/** Words apart by one space, as people and Meta's names part them. */
export function foldWords(text: string): string {
  return foldText(text)
    .replace(/[\s_]+/g, " ")
    .trim();
}

/** What a search looks through: the name, and the words of header, body, footer, buttons and cards. */
export function searchTextOf(name: string, components: readonly unknown[]): string {
  const { header, body, footer, buttons, cards } = readParts(components);
  const title = header?.format === "text" ? header.text : "";
  const labels = [...buttons, ...cards.flatMap((card) => card.buttons)].map(({ text }) => text);
  const words = [name, title, body, ...cards.map((card) => card.body), footer ?? "", ...labels];
  return foldWords(words.join(" ")).slice(0, 4_000);
}
