import { readdirSync } from "node:fs";
import type { Locator } from "playwright/test";
import { directionOf, type Language } from "@/lib/languages";
import { messagesOf } from "@/messages/leaves";
import { ask, conversationOf } from "./support/ask";
import { expectNoBarrier, expectNothingSticksOut } from "./support/barriers";
import { invite } from "./support/colleague";
import { type Member, signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";
import { uniqueWord } from "./support/unique";

type Listed = { items: { id: string }[] };

/** Every screen of the console, by its place after the workspace: one that is added is walked to without being named here. */
const screens = readdirSync("app/[workspace]", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("/page.tsx"))
  .map((file) => file.slice(0, -"/page.tsx".length))
  .toSorted();

const ways = [
  { language: "en", scheme: "light" },
  { language: "en", scheme: "dark" },
  { language: "es", scheme: "light" },
  { language: "pt", scheme: "dark" },
  { language: "ar", scheme: "light" },
] as const;

for (const { language, scheme } of ways) {
  test(`every screen can be read by everybody, and keeps to its sides (${language}, ${scheme})`, async ({
    browser,
    server,
  }) => {
    test.setTimeout(240_000);
    const customer = newCustomer(server.simulatorUrl, `Fern ${language} ${scheme}`);
    await customer.says("Can everybody read this?");
    const admin = await signInAs(browser, server, "admin@demo.example");
    const ids = await idsOf(admin, customer.name);
    const { page } = await invite(browser, admin, "Tour", "admin");
    await ask(page, "PATCH", "/me", { locale: language });
    await page.emulateMedia({ colorScheme: scheme });
    for (const screen of screens) {
      await page.goto(`/demo/${screen.replaceAll(/\[(\w+)\]/g, (_, name) => ids[name] ?? "")}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const html = page.locator("html");
      await expect(html).toHaveAttribute("lang", new RegExp(`^${language}`));
      await expect(html).toHaveAttribute("dir", directionOf(language));
      await expectNothingSticksOut(page);
      if (language === "en" || language === "ar") await expectNoBarrier(page);
      if (language !== "en") await expectNoEnglish(page.locator("main"), language);
    }
    await ask(admin.page, "DELETE", `/rules/${ids.ruleId}`);
  });
}

/** What stands in for the brackets of a place. */
async function idsOf({ page }: Member, customer: string): Promise<Record<string, string>> {
  const conversationId = await conversationOf(page, customer);
  const { contact } = await ask<{ contact: { id: string } }>(page, "GET", `/conversations/${conversationId}`);
  const departments = await ask<Listed>(page, "GET", "/departments?limit=1");
  const rule = await ask<{ id: string }>(page, "POST", "/rules", {
    name: `Tour ${uniqueWord()}`,
    event: "conversation.opened",
    conditions: { match: "all", groups: [] },
    actions: [{ kind: "note", text: "Seen" }],
  });
  return {
    conversationId,
    contactId: contact.id,
    departmentId: departments.items[0]?.id ?? "",
    ruleId: rule.id,
  };
}

/** What the demo calls things, in English in every language. */
const named = new Set(["Place in the queue"]);

/** No line of the screen is one that the catalogue has in this language in other words. */
async function expectNoEnglish(main: Locator, language: Language): Promise<void> {
  const translated = messagesOf(language);
  const english = new Set(
    [...messagesOf("en")]
      .filter(([key, words]) => words.includes(" ") && translated.get(key) !== words)
      .map(([, words]) => words),
  );
  const same = new Set([...translated.values(), ...named]);
  // biome-ignore lint/performance/useDomNodeTextContent: Only what can be seen counts, line by line.
  const lines = (await main.innerText()).split("\n").map((line) => line.trim());
  expect(
    lines.filter((line) => english.has(line) && !same.has(line)),
    main.page().url(),
  ).toEqual([]);
}
