import sharp from "sharp";
import { signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

test("beside the thread stand files, links and the past of the customer, and what is folded stays folded", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Petra Panel");
  const bytes = await sharp({ create: { width: 320, height: 240, channels: 3, background: "#3a7" } })
    .jpeg()
    .toBuffer();
  await customer.says("This one: https://shop.example/kettles/blue");
  await customer.sends({ type: "image", image: { bytes: bytes.toString("base64"), mime_type: "image/jpeg" } });
  const { page, opens, sees } = await signInAs(browser, server, "lena@demo.example");
  await opens("Unassigned", customer.name);
  await sees("This one:");

  const panel = page.getByRole("complementary", { name: "Contact" });
  await expect(panel.getByRole("link", { name: "shop.example/kettles/blue" })).toHaveAttribute("rel", /noopener/);
  const picture = panel.getByRole("button", { name: "Picture" });
  await picture.focus();
  await page.keyboard.press("Enter");
  const viewer = page.getByRole("dialog");
  await expect(viewer.getByRole("img", { name: "Photo" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(viewer).toBeHidden();
  await expect(picture).toBeFocused();

  const timeline = panel.getByRole("button", { name: "Timeline" });
  await expect(timeline).toHaveAttribute("aria-expanded", "false");
  await timeline.click();
  await expect(panel.getByText("A conversation began")).toBeVisible();
  const media = panel.getByRole("button", { name: "Media, links and files" });
  await media.click();
  await expect(picture).toBeHidden();
  await page.reload();
  await expect(timeline).toHaveAttribute("aria-expanded", "true");
  await expect(media).toHaveAttribute("aria-expanded", "false");

  await media.click();
  await panel.getByRole("link", { name: "Show all media, links and files" }).click();
  await expect(page.getByRole("tab", { name: "Media" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("heading", { name: customer.name })).toBeVisible();
});

test("fields are put in order by keyboard, and stay in it", async ({ browser, server }) => {
  const { page } = await signInAs(browser, server, "admin@demo.example");
  await page.goto("/demo/settings/contact-fields");
  const at = Date.now().toString(36);
  const [shoe, hat, sock] = [`Shoe ${at}`, `Hat ${at}`, `Sock ${at}`];
  for (const name of [shoe, hat, sock]) {
    await page.getByRole("button", { name: "Add a field" }).first().click();
    await page.getByLabel("Name").fill(name);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("button", { name: `Edit ${name}` })).toBeVisible();
  }
  const fields = page.getByRole("main").getByRole("listitem");
  const order = async () =>
    (await fields.allInnerTexts()).flatMap((text) => [shoe, hat, sock].filter((name) => text.includes(name)));
  const up = page.getByRole("button", { name: `Move ${sock} up` });
  const down = page.getByRole("button", { name: `Move ${sock} down` });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect.poll(order).toEqual([shoe, sock, hat]);
  await expect(up).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: `${sock} is ` })).toBeAttached();
  await page.keyboard.press("Enter");
  await expect.poll(order).toEqual([sock, shoe, hat]);
  await down.focus();
  await page.keyboard.press("Enter");
  await expect.poll(order).toEqual([shoe, sock, hat]);
  await expect(down).toBeFocused();
  await expect(async () => {
    await page.reload();
    expect(await order()).toEqual([shoe, sock, hat]);
  }).toPass();
  for (const name of [shoe, hat, sock]) {
    await page.getByRole("button", { name: `Delete ${name}` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await expect(page.getByRole("button", { name: `Edit ${name}` })).toBeHidden();
  }
});
