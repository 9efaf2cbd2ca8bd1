import type { Page } from "playwright/test";
import { messagesOf } from "@/messages/leaves";
import { expectNoBarrier, expectNothingSticksOut } from "./support/barriers";
import { invite } from "./support/colleague";
import { signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

const arabic = messagesOf("ar");
const words = (key: string) => arabic.get(key) ?? key;

test("a member chooses Arabic: the console runs right to left, on a new device too, and an answer goes out", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "ليلى حداد");
  await customer.says("أين طلبي؟");
  const admin = await signInAs(browser, server, "admin@demo.example");
  const { page: desk, email, password } = await invite(browser, admin, "Layla", "manager");
  await desk.goto("/demo/settings/profile");
  await desk.getByLabel("Language", { exact: true }).selectOption("العربية");
  await desk.getByRole("button", { name: "Save" }).first().click();
  await expect(desk.getByRole("heading", { name: words("settings.profile.account") })).toBeVisible();
  await expectRightToLeft(desk);

  await desk.goto("/demo/inbox?view=unassigned");
  await desk.getByRole("link", { name: customer.name }).first().click();
  await desk
    .getByRole("button", { name: words("inbox.header.claim") })
    .first()
    .click();
  await desk.getByRole("textbox", { name: words("inbox.composer.label") }).fill("طلبك في الطريق.");
  await desk.getByRole("button", { name: words("inbox.composer.send"), exact: true }).click();
  await customer.received("طلبك في الطريق.");
  await expectOnItsSide(desk);
  await expectRightToLeft(desk);

  await desk.getByRole("link", { name: words("common.nav.settings") }).click();
  await desk.getByRole("link", { name: words("settings.members.title") }).click();
  await expect(desk.getByRole("row").filter({ hasText: email })).toBeVisible();
  await expectRightToLeft(desk);

  const elsewhere = await (await browser.newContext({ baseURL: server.url })).newPage();
  await elsewhere.goto("/sign-in");
  await elsewhere.getByLabel("E-mail address").fill(email);
  await elsewhere.getByLabel("Password", { exact: true }).fill(password);
  await elsewhere.getByRole("button", { name: "Sign in" }).click();
  await expect(elsewhere.getByRole("navigation", { name: words("inbox.views.label") })).toBeVisible();
});

/** On a wide screen and on a phone: nothing sticks out, and nobody is kept from reading it. */
async function expectRightToLeft(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expectNothingSticksOut(page);
  await expectNoBarrier(page);
}

/** The rail is at the right, and our answers at the left of what the customer wrote. */
async function expectOnItsSide(page: Page): Promise<void> {
  const middleOf = async (locator: ReturnType<Page["locator"]>) => {
    const box = await locator.boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0) / 2;
  };
  expect(await middleOf(page.getByRole("navigation", { name: words("common.nav.main") }))).toBeGreaterThan(1_380);
  const articles = page.getByRole("log").getByRole("article");
  const [theirs, ours] = [articles.filter({ hasText: "أين طلبي؟" }), articles.last()];
  const within = (article: typeof theirs) => article.getByText(/[\u0621-\u064A]{3}/).first();
  expect(await middleOf(within(ours))).toBeLessThan(await middleOf(within(theirs)));
}
