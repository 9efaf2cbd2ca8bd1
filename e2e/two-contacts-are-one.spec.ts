import { expectNoBarrier } from "./support/barriers";
import { signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";
import { uniqueWord } from "./support/unique";

test("an admin finds a contact, fills in a field, merges a duplicate and takes it apart again, and blocks", async ({
  browser,
  server,
}) => {
  const family = uniqueWord();
  const field = `Customer number ${family}`;
  const [one, two] = [
    newCustomer(server.simulatorUrl, `Ottilie ${family}`),
    newCustomer(server.simulatorUrl, `O. ${family}`),
  ];
  await one.says("Is this the shop?");
  await two.says("It is me, from my other phone. See https://ravens.example/order");
  const { page } = await signInAs(browser, server, "admin@demo.example");

  await page.goto("/demo/settings/contact-fields");
  await page.getByRole("button", { name: "Add a field" }).click();
  await page.getByLabel("Name").fill(field);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(field)).toBeVisible();

  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/demo\/contacts/);
  await page.getByLabel("Name, number or username").fill(family.toLowerCase());
  await page.getByRole("link", { name: one.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: one.name })).toBeVisible();

  await page.getByRole("button", { name: "Edit the fields" }).click();
  await page.getByRole("dialog").getByLabel(field).fill("K-1042");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("K-1042")).toBeVisible();

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: /Merge/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/the same person/).fill(two.name);
  await dialog.getByRole("button", { name: two.name }).click();
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByText("Merged lately")).toBeVisible();
  const inList = page.getByRole("region", { name: "Contacts" }).getByRole("link", { name: family });
  await expect(inList).toHaveCount(1);

  await page.getByRole("tab", { name: "Media and links" }).click();
  await expect(page.getByRole("link", { name: "https://ravens.example/order" })).toBeVisible();
  await page.getByRole("tab", { name: "Timeline" }).click();
  await expect(page.getByText("You merged another contact into this one")).toBeVisible();

  await page.getByRole("tab", { name: "About" }).click();
  await page.getByRole("button", { name: /Take .* out again/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take apart" }).click();
  await expect(inList).toHaveCount(2);

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: /^Block/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Block" }).click();
  await expect(page.getByText(/Nothing comes from them/)).toBeVisible();
  await page
    .getByText(/Nothing comes from them/)
    .locator("..")
    .locator("..")
    .getByRole("button", { name: "Unblock" })
    .click();
  await expect(page.getByText(/Nothing comes from them/)).toHaveCount(0);

  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const tab of ["About", "Conversations", "Media and links", "Timeline"]) {
      await page.getByRole("tab", { name: tab }).click();
      await expect(page.getByRole("tabpanel", { name: tab })).toBeVisible();
      await expectNoBarrier(page);
    }
  }
});
