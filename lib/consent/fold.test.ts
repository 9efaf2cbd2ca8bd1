import fc from "fast-check";
import { expect, test } from "vitest";
import { foldWord } from "./fold";

test.each([
  "STOP",
  "stop",
  " Stop \n",
  "ＳＴＯＰ",
  "𝐒𝐓𝐎𝐏",
  "S\u200BT\u200DO\uFEFFP",
  "\u202Estop\u202C",
  "st\u00ADop",
  "*STOP*",
  "“Stop!”",
  "¡STOP!",
  "```stop```",
  "🛑 STOP ✋🏽",
  "STÖP",
])("%j is the word stop", (text) => {
  expect(foldWord(text)).toBe("stop");
});

test.each([
  ["Arrêt", "arret"],
  ["CANCELAR SUSCRIPCIÓN", "cancelar suscripcion"],
  ["إيقاف", "ايقاف"],
  ["إِيقَاف", "ايقاف"],
  ["تـــوقف", "توقف"],
  ["İPTAL", "iptal"],
  ["Schluß", "schluss"],
  ["opt-out", "opt out"],
  ["opt  –  out", "opt out"],
  ["СТОП", "стоп"],
])("%j folds to %j", (text, folded) => {
  expect(foldWord(text)).toBe(folded);
});

test("marks that make another letter stay: rokein in Hindi is not rakan, ga in Japanese not ka", () => {
  expect(foldWord("रोकें")).not.toBe(foldWord("रकन"));
  expect(foldWord("ガ")).not.toBe(foldWord("カ"));
});

test.each([
  "Please stop sending me these",
  "stop it",
  "Where is the next bus stop?",
  "nonstop",
  "S T O P",
  "",
  "🛑",
  "\u200B",
])("%j is not the word stop", (text) => {
  expect(foldWord(text)).not.toBe("stop");
});

test("a word hidden in a long text is not looked for", () => {
  expect(foldWord(`${"\u200B".repeat(65_000)}STOP`)).toBe("");
});

test("folding twice is folding once, whatever the text", () => {
  const anything = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(anything, (text) => {
      expect(foldWord(foldWord(text))).toBe(foldWord(text));
    }),
  );
});
