import { describe, expect, it } from "vitest";
import { languages } from "@/lib/languages";
import { mailWords } from "./words";

const values = { inviter: "Ada {link}", workspace: "Shop $&", name: "Eve", link: "https://desk.test/x?a=1" };

describe.each(["invitation", "passwordReset"] as const)("the mail of the kind %s", (mail) => {
  it("has its link and its values in every language, and no brace is left", () => {
    const subjects = languages.map((language) => {
      const { subject, text } = mailWords(language, mail, values);
      expect(text).toContain("\n\nhttps://desk.test/x?a=1\n\n");
      expect(`${subject}${text}`.replace("{link}", "")).not.toMatch(/[{}]/);
      return subject;
    });
    expect(new Set(subjects).size).toBe(languages.length);
  });

  it("is in English for whoever speaks a language that is not there", () => {
    expect(mailWords("fr-CA", mail, values)).toEqual(mailWords("en", mail, values));
    expect(mailWords("pt-PT", mail, values)).toEqual(mailWords("pt", mail, values));
  });
});

it("what a value holds is written as it is", () => {
  expect(mailWords("en", "invitation", values)).toMatchObject({
    subject: "Join Shop $& on Parley",
    text: expect.stringContaining("Ada {link} invites you to the workspace Shop $&."),
  });
});
