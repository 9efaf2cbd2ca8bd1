import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, Inline } from "./nodes";
import { parseFormatting } from "./parse";

function inlineOf(text: string): Inline[] {
  const [block] = parseFormatting(text);
  return block?.kind === "text" ? block.children : [];
}

describe("emphasis", () => {
  test.each([
    ["*bold*", "bold"],
    ["_italic_", "italic"],
    ["~strike~", "strike"],
    ["`code`", "code"],
  ] as const)("%s becomes %s", (text, kind) => {
    expect(inlineOf(text)).toEqual([{ kind, children: [text.slice(1, -1)] }]);
  });

  test("emphasis nests", () => {
    expect(inlineOf("*very _much_ so*")).toEqual([
      { kind: "bold", children: ["very ", { kind: "italic", children: ["much"] }, " so"] },
    ]);
  });

  test.each(["2*3*4", "snake_case_name", "* not bold*", "*not bold *", "a ~ b ~ c", "**", "*alone", "*two\nlines*"])(
    "%j stays as it is",
    (text) => {
      expect(inlineOf(text).every((node) => typeof node === "string")).toBe(true);
    },
  );

  test("nothing is read inside code", () => {
    expect(inlineOf("`*x*`")).toEqual([{ kind: "code", children: ["*x*"] }]);
  });

  test("Arabic between markers is bold too", () => {
    expect(inlineOf("*مهم* جدا")).toEqual([{ kind: "bold", children: ["مهم"] }, " جدا"]);
  });
});

describe("links", () => {
  test.each([
    ["see https://example.com/a_b_c?x=1.", "https://example.com/a_b_c?x=1"],
    ["(www.example.com)", "https://www.example.com/"],
    ["mail lena@example.com, now", "mailto:lena@example.com"],
    ["https://en.wikipedia.org/wiki/Kettle_(disambiguation)", "https://en.wikipedia.org/wiki/Kettle_(disambiguation)"],
    ["tel:+16505551234", "tel:+16505551234"],
    ["*https://example.com*", "https://example.com/"],
  ])("%s links to %s", (text, href) => {
    expect(JSON.stringify(inlineOf(text))).toContain(JSON.stringify(href));
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "ftp://example.com", "file:///etc/passwd"])(
    "%s is not a link",
    (text) => {
      expect(JSON.stringify(inlineOf(text))).not.toContain('"link"');
    },
  );
});

describe("blocks", () => {
  test("a fence keeps its text as it is", () => {
    expect(parseFormatting("before\n```\n*x*\n  y\n```\nafter")).toEqual([
      { kind: "text", children: ["before"] },
      { kind: "mono", text: "*x*\n  y" },
      { kind: "text", children: ["after"] },
    ]);
  });

  test("quotes and lists become blocks", () => {
    expect(parseFormatting("> said\n- a\n- b\n3. c")).toEqual([
      { kind: "quote", children: ["said"] },
      { kind: "list", first: null, items: [["a"], ["b"]] },
      { kind: "list", first: 3, items: [["c"]] },
    ]);
  });
});

function wordsOf(node: Inline): string {
  if (typeof node === "string") return node;
  return node.kind === "link" ? node.text : node.children.map(wordsOf).join("");
}

function lettersOf(blocks: Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === "mono") return block.text;
      if (block.kind === "list") return block.items.flat().map(wordsOf).join("");
      return block.children.map(wordsOf).join("");
    })
    .join("")
    .replace(/[^a-z]/g, "");
}

test("no letter is lost or doubled, whatever is written", () => {
  const pieces = fc.constantFrom("*", "_", "~", "`", "```", " ", "\n", "a", "b", "> ", "- ", "www.x.de", ".", "@", "(");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      expect(lettersOf(parseFormatting(text))).toBe(text.replace(/[^a-z]/g, ""));
    }),
    { numRuns: 2_000 },
  );
});

test.each(["*", "*a ", "_a*b ", "`", "```a", "a", "a@", "www.", "~ ~a", "*_~a "])(
  "400,000 characters of %j are read in linear time",
  (piece) => {
    const text = piece.repeat(Math.ceil(400_000 / piece.length));
    const before = performance.now();
    parseFormatting(text);
    expect(performance.now() - before).toBeLessThan(5_000);
  },
);
