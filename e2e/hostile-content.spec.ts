import { expect as expectIn, type Page } from "playwright/test";
import sharp from "sharp";
import { signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";
import { countMessages } from "./support/thread";

const script = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
const turned = "\u202e\u2066gnp.exe\u2069";
const unseen = "\u200b\u200d\ufeff";
const endless = "W".repeat(65_000);
const marks = `Z${"\u0301\u0489".repeat(400)}`;
const pdf = Buffer.from("%PDF-1.4\n%%EOF").toString("base64");

/** Nothing of the page stands outside of it, and what is beside the thread is where it was. */
async function layoutHolds(page: Page) {
  const { width } = page.viewportSize() ?? { width: 0 };
  expectIn(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  const thread = await page.getByRole("log").boundingBox();
  const boxes = await page
    .getByRole("log")
    .getByRole("article")
    .evaluateAll((articles) =>
      articles.flatMap((article) =>
        [...article.querySelectorAll("*")].map((each) => each.getBoundingClientRect().toJSON()),
      ),
    );
  const [left, right] = [thread?.x ?? 0, (thread?.x ?? 0) + (thread?.width ?? 0)];
  // What is out of sight on purpose is a pixel wide; marks above a letter have no box of their own.
  const astray = boxes.filter((box) => box.width > 1 && (box.left < left - 1 || box.right > right + 1));
  expectIn(astray).toEqual([]);
  const composer = await page.getByRole("textbox", { name: "Your answer" }).boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  expectIn((composer?.y ?? 0) + (composer?.height ?? 0)).toBeLessThanOrEqual(height);
}

/** Of what is far from view the thread keeps the height alone: what is at its ends is drawn a moment after. */
async function scrollToThe(end: "head" | "foot", page: Page) {
  const thread = page.getByRole("log");
  await thread.evaluate((element, to) => element.scrollTo(0, to), end === "foot" ? 0 : -1_000_000);
  const articles = thread.getByRole("article");
  await expectIn(end === "foot" ? articles.last() : articles.filter({ hasText: "Begin of the" })).toBeInViewport();
}

/** Marks piled on a letter have no box of their own, so it is the picture that tells. */
async function nothingIsPaintedBeside(page: Page, text: string) {
  const article = page.getByRole("log").getByRole("article").filter({ hasText: text }).first();
  await article.scrollIntoViewIfNeeded();
  await page.mouse.move(0, 0);
  const bubble = await article.locator("> div > div").first().boundingBox();
  const thread = await page.getByRole("log").boundingBox();
  if (!bubble || !thread) throw new Error("The bubble is not on the page.");
  const x = bubble.x + bubble.width + 8;
  const clip = { x, y: bubble.y, width: thread.x + thread.width - x - 20, height: bubble.height };
  const { channels } = await sharp(await page.screenshot({ clip })).stats();
  expectIn(Math.max(...channels.map(({ stdev }) => stdev))).toBeLessThan(1);
}

test("whatever customers write, name or send is shown as text, runs nothing and leaves the page where it is", async ({
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  const customer = newCustomer(server.simulatorUrl, `${turned}${script}${unseen}${"N".repeat(100)}`);
  const mark = customer.name.slice(customer.name.lastIndexOf(" ") + 1);
  const { page } = await signInAs(browser, server, "lena@demo.example");
  await customer.says(`Begin of the hostile ones ${script}`);
  await customer.says(endless);
  await customer.says(`${turned} ${unseen} ${marks}`);
  await customer.says(unseen);
  await customer.sends({
    type: "document",
    document: {
      bytes: pdf,
      mime_type: "application/pdf",
      filename: `${turned}${script}${"f".repeat(300)}.pdf`,
      caption: script,
    },
  });
  await customer.sends({
    type: "contacts",
    contacts: [{ name: { formatted_name: script + "n".repeat(2_000) }, phones: [{ phone: "javascript:alert(1)" }] }],
  });
  await customer.sends({
    type: "location",
    location: { latitude: 1, longitude: 2, name: script + "x".repeat(900), address: turned.repeat(100) },
  });
  await customer.sends({
    type: "order",
    order: {
      catalog_id: "1",
      text: script,
      product_items: [{ product_retailer_id: "p".repeat(500), quantity: 1, item_price: 1, currency: script }],
    },
  });
  await customer.sends({ type: "button", button: { text: script + "b".repeat(900), payload: "x" } });
  const answers = JSON.stringify({ ["q".repeat(400)]: script + "a".repeat(900), flow_token: "t" });
  await customer.sends({
    type: "interactive",
    interactive: { type: "nfm_reply", nfm_reply: { name: "flow", body: "Sent", response_json: answers } },
  });
  const kind = "<img src=x onerror=window.ran=1>";
  await customer.sends({ type: kind, [kind]: { a: endless } });

  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Unassigned" }).click();
  // While some of it is still on its way.
  await page.getByRole("link", { name: mark }).click();
  const thread = page.getByRole("log");
  await expect.poll(() => countMessages(page), { timeout: 30_000 }).toBe(11);
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1440, height: 900 },
  ]) {
    await page.setViewportSize(viewport);
    for (const end of ["foot", "head"] as const) {
      await scrollToThe(end, page);
      await layoutHolds(page);
      expect(await thread.locator("script, img[src='x']").count()).toBe(0);
    }
  }
  await nothingIsPaintedBeside(page, "gnp.exe");
  const named = await thread.getByRole("button", { name: /^Look at / }).textContent();
  expect(named).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  const links = await thread.getByRole("link").evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
  expect(links.filter((href) => !/^(https?:|mailto:|tel:|\/)/.test(href))).toEqual([]);
  await thread.getByRole("button", { name: "Show all" }).first().click();
  await layoutHolds(page);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
});
