import type { Page } from "playwright/test";
import { expectNoBarrier } from "./support/barriers";
import { signInAs } from "./support/member";
import { newCustomer, otherPhoneNumberId } from "./support/simulator";
import { expect, test } from "./support/test";
import { uniqueWord } from "./support/unique";

/** At a desk and on a phone. */
const shoot = async (page: Page, name: string) => {
  if (!process.env.SHOTS) return;
  await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: `${process.env.SHOTS}/${name}-phone.png` });
  await page.setViewportSize({ width: 1440, height: 900 });
};

test("who writes while nobody is there hears so once, and who writes while somebody is there is welcomed", async ({
  browser,
  server,
}) => {
  const [name, customer] = [
    `Hours ${uniqueWord()}`,
    newCustomer(server.simulatorUrl, "Nora Night", otherPhoneNumberId),
  ];
  const owner = await signInAs(browser, server, "owner@other.example");
  const { page } = owner;
  const dialog = page.getByRole("dialog");
  const save = async () => {
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toHaveCount(0);
  };
  const all = async (what: string) => {
    await dialog.getByRole("button", { name: "Monday: copy or close" }).click();
    await page.getByRole("menuitem", { name: what }).click();
  };

  await page.goto("/other/settings/hours");
  await page.getByRole("button", { name: "Create hours" }).click();
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await all("Closed all day");
  await all("Copy to every day");
  await dialog.getByRole("button", { name: "Add a day" }).click();
  await dialog.getByLabel("Date").fill("2027-01-01");
  await dialog.getByLabel("Name, such as New Year").fill("New Year");
  await shoot(page, "hours-dialog");
  const day = dialog.getByRole("region", { name: "Preview" }).locator("[tabindex='0']");
  await day.focus();
  const before = await day.getAttribute("data-date");
  await page.keyboard.press("ArrowRight");
  await expect(day).not.toHaveAttribute("data-date", before ?? "");
  await expect(day).toBeFocused();
  await shoot(page, "hours-preview");
  await expectNoBarrier(page, "[role=dialog]");
  await save();
  await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText("Never opens");

  await page.goto("/other/settings/departments");
  await page.getByRole("link", { name: "Front desk" }).click();
  const chosen = page.waitForResponse((response) => response.request().method() === "PUT");
  await page.getByRole("combobox", { name: "Business hours" }).selectOption({ label: name });
  await chosen;
  await page.goto("/other/settings/hours");
  await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText("Used by Front desk");
  await shoot(page, "hours-list");

  await page.goto("/other/settings/greetings");
  for (const [kind, called, words] of [
    ["Away", "Nobody here", "We are closed just now"],
    ["Welcome", "Good day", "thank you for writing to Harbour Clinic"],
  ] as const) {
    await page.getByRole("button", { name: "Create a greeting" }).click();
    await dialog.getByLabel("Kind").selectOption({ label: kind });
    await dialog.getByLabel("Name", { exact: true }).fill(called);
    await dialog.getByRole("button", { name: "Begin with a text" }).click();
    await page.getByRole("menuitem", { name: "English" }).click();
    await expect(dialog.getByRole("region", { name: "Preview" })).toContainText(words);
    await shoot(page, `greeting-${kind}`);
    await save();
  }
  await shoot(page, "greetings-list");

  await customer.says("Is anybody there?");
  const away = "Thank you for your message. We are closed just now and open again soon. We answer you then.";
  await customer.received(away);
  await customer.says("Hello?");
  await page.goto("/other/inbox");
  await owner.opens("Unassigned", customer.name);
  await owner.sees("Hello?");
  await owner.sees(away);
  await page
    .getByRole("log")
    .getByRole("article")
    .filter({ hasText: away })
    .getByRole("button", { name: "Message info" })
    .click();
  await expect(page.getByRole("dialog", { name: "Message info" })).toContainText("the greeting “Nobody here”");
  await shoot(page, "greeting-why");

  await page.goto("/other/settings/hours");
  await page.getByRole("button", { name: `Edit ${name}` }).click();
  await dialog.getByRole("button", { name: "Monday: add a time" }).click();
  await dialog.getByLabel("Monday, from (1)").fill("00:00");
  await dialog.getByLabel("Monday, to (1)").fill("00:00");
  await all("Copy to every day");
  await save();
  await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText("Open");
  const early = newCustomer(server.simulatorUrl, "Dora Day", otherPhoneNumberId);
  await early.says("Good morning");
  await early.received("Hello Dora, thank you for writing to Harbour Clinic. Somebody answers you shortly.");
  // What was said before came before: by now the second message would have had its answer.
  expect(await customer.sentTo()).toHaveLength(1);
});
