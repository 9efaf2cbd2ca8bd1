import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFormatting } from "@/components/messages/formatting/parse";
import { applyFormat, type Format, nextLine, type Selected } from "./format";

/** `[` and `]` mark the selection, `|` a caret. */
function at(marked: string): Selected {
  if (marked.includes("|")) {
    const caret = marked.indexOf("|");
    return { text: marked.replace("|", ""), start: caret, end: caret };
  }
  const start = marked.indexOf("[");
  return { text: marked.replace("[", "").replace("]", ""), start, end: marked.indexOf("]") - 1 };
}

function shown({ text, start, end }: Selected): string {
  return start === end
    ? `${text.slice(0, start)}|${text.slice(start)}`
    : `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
}

const cases: [Format, string, string][] = [
  ["bold", "so [very] good", "so [*very*] good"],
  ["bold", "so [*very*] good", "so [very] good"],
  ["bold", "so *[very]* good", "so [very] good"],
  ["italic", "so [very ]good", "so [_very_ ]good"],
  ["strike", "so ve|ry good", "so ~ve|ry~ good"],
  ["strike", "so ~ve|ry~ good", "so ve|ry good"],
  ["bold", "so | good", "so *|* good"],
  ["bold", "[one\n\ntwo]", "[*one*\n\n*two*]"],
  ["code", "type [npm start]", "type [`npm start`]"],
  ["mono", "a [b\nc] d", "a ```[b\nc]``` d"],
  ["mono", "a ```[b\nc]``` d", "a [b\nc] d"],
  ["bullets", "[milk\nbread]", "[- milk\n- bread]"],
  ["bullets", "[- milk\n- bread]", "[milk\nbread]"],
  ["numbers", "[- milk\n- bread]", "[1. milk\n2. bread]"],
  ["quote", "it is| true", "> it is| true"],
  ["quote", "> it is| true", "it is| true"],
  ["bullets", "|", "- |"],
];

test.each(cases)("%s makes of %j %j", (format, before, after) => {
  expect(shown(applyFormat(at(before), format))).toBe(after);
});

test.each([
  ["- milk|", "- milk\n- |"],
  ["2. two|", "2. two\n3. |"],
  ["> it|", "> it\n> |"],
  ["- milk\n- |", "- milk\n|"],
  ["plain|", "plain\n|"],
])("a new line after %j is %j", (before, after) => {
  expect(shown(nextLine(at(before)))).toBe(after);
});

test("what is made bold is bold to WhatsApp, and twice is never", () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.array(word),
      fc.array(word),
      (chosen, head, tail) => {
        const before = head.map((each) => `${each} `).join("");
        const middle = chosen.join(" ");
        const after = tail.map((each) => ` ${each}`).join("");
        const selected = { text: before + middle + after, start: before.length, end: before.length + middle.length };
        const bold = applyFormat(selected, "bold");
        expect(JSON.stringify(parseFormatting(bold.text))).toContain(
          JSON.stringify({ kind: "bold", children: [middle] }),
        );
        expect(applyFormat(bold, "bold")).toEqual(selected);
      },
    ),
  );
});
