import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { makeTenant } from "@/test/factories";
import { defaultWords } from "./default-words";
import { foldWord, readConsentWords, resetConsentWords, saveConsentWords, wordBookOf } from "./index";
import { makeWordBook } from "./word-book";

const english = {
  language: "en",
  stopWords: ["Stop", "No more"],
  startWords: ["Start"],
  stopText: "Done.",
  startText: "Welcome back.",
};

test("the built-in words mean one thing each, and each answer names a word that takes it back", () => {
  const book = makeWordBook(defaultWords);
  for (const { language, stopWords, startWords, stopText, startText } of defaultWords) {
    for (const word of stopWords) expect(book.find(foldWord(word))?.kind, word).toBe("stop");
    for (const word of startWords) expect(book.find(foldWord(word))?.kind, word).toBe("start");
    const names = (text: string, words: string[]) => words.some((word) => text.includes(word));
    expect(names(stopText, startWords), language).toBe(true);
    expect(names(startText, [...stopWords, "STOP"]), language).toBe(true);
  }
  expect(defaultWords.map(({ language }) => language)).toEqual(
    expect.arrayContaining(["en", "es", "pt", "ar", "de", "fr"]),
  );
});

test("the answer is in the contact's language where there are words in it, else in that of the word", () => {
  const book = makeWordBook(defaultWords);
  const textIn = (language: string) => defaultWords.find((each) => each.language === language)?.stopText;
  expect(book.textFor("withdrawn", { contact: "pt-BR", word: "en" })).toBe(textIn("pt"));
  expect(book.textFor("withdrawn", { contact: "ja", word: "de" })).toBe(textIn("de"));
  expect(book.textFor("withdrawn", { contact: null, word: "ar" })).toBe(textIn("ar"));
});

test("an admin's words replace the built-in ones at once, and go back to them", async () => {
  const { admin, agent, tenantId } = await makeTenant();
  const find = (text: string) => withTenant(admin, async (tx) => (await wordBookOf(tx, tenantId)).find(foldWord(text)));
  expect(await readConsentWords(agent)).toEqual({ languages: defaultWords, isOwn: false });
  expect(await find("baja")).toEqual({ kind: "stop", language: "es" });
  expect(await saveConsentWords(admin, { languages: [english] })).toEqual({ languages: [english], isOwn: true });
  expect(await find("NO MORE!")).toEqual({ kind: "stop", language: "en" });
  expect(await find("baja")).toBeNull();
  expect(await resetConsentWords(admin)).toEqual({ languages: defaultWords, isOwn: false });
  expect(await find("baja")).toEqual({ kind: "stop", language: "es" });
});

test.each([
  ["a word that ends and restores", [{ ...english, startWords: ["stóp"] }], "languages.0.startWords"],
  ["a word without a letter", [{ ...english, stopWords: ["🛑"] }], "languages.0.stopWords"],
  ["no word that ends", [{ ...english, stopWords: [] }], "languages.0.stopWords"],
  ["a language twice", [english, english], "languages.1.language"],
])("%s is refused", async (_, languages, path) => {
  const { admin } = await makeTenant();
  await expect(saveConsentWords(admin, { languages })).rejects.toMatchObject({ kind: "invalid", fields: [{ path }] });
});

test("an agent does not change the words", async () => {
  const { agent } = await makeTenant();
  await expect(saveConsentWords(agent, { languages: [english] })).rejects.toMatchObject({ kind: "forbidden" });
});
