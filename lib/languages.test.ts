import { describe, expect, it } from "vitest";
import { chooseLocale, languageOf } from "./languages";

describe("the language of the console", () => {
  it("is the chosen one, whatever the browser asks for", () => {
    expect(chooseLocale("ar", "es-MX,es;q=0.9")).toBe("ar");
  });

  it("is the browser's first by weight, not by place", () => {
    expect(chooseLocale(undefined, "en;q=0.3, ar;q=0.5, pt;q=0.9")).toBe("pt");
    expect(chooseLocale(undefined, "es, pt")).toBe("es");
  });

  it("is never one with no weight, and passes over those that it does not know", () => {
    expect(chooseLocale(undefined, "es;q=0, fr, de, pt-PT;q=0.1")).toBe("pt-PT");
  });

  it("is English where nothing fits, also for nonsense", () => {
    for (const accepted of [null, "", "*", "fr", ";;q=,,", "est-EE", `${"x,".repeat(5_000)}es`])
      expect(chooseLocale(undefined, accepted)).toBe("en");
    expect(chooseLocale("../../x", "de")).toBe("en");
  });

  it("takes the region from the browser where the choice has none", () => {
    expect(chooseLocale("en", "de, en-GB;q=0.7, en-US;q=0.6")).toBe("en-GB");
    expect(chooseLocale("pt", "es-MX")).toBe("pt");
    expect(chooseLocale("es", "es-b@d, es-ES-u-nu-arab")).toBe("es");
  });

  it("is known by the first part of a tag only", () => {
    expect(languageOf("PT-br")).toBe("pt");
    expect(languageOf("arz")).toBeNull();
  });
});
