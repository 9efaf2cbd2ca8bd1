import type { Locator, Page } from "playwright/test";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

/** The keyboard, and nothing but it: what is typed goes to whatever has the focus. */
function keyboardOf(page: Page) {
  const { keyboard } = page;
  return {
    press: async (...keys: string[]) => {
      for (const key of keys) await keyboard.press(key);
    },
    type: (text: string) => keyboard.type(text),
    /** Goes on with Tab until it is there. */
    tabsTo: async (target: Locator) => {
      await expect(async () => {
        if (!(await isFocused(target))) await keyboard.press("Tab");
        expect(await isFocused(target)).toBe(true);
      }).toPass({ intervals: [0] });
    },
  };
}

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Whether a row stands above the one that is open. */
const isAbove = (row: Locator) =>
  row.evaluate((element) => {
    const open = element.closest("ul")?.querySelector("[aria-current]");
    return open ? Boolean(open.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) : false;
  });

/** That the focus is on something, and not on the page itself. */
async function keepsFocus(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
}

async function signsIn(page: Page, email: string, password: string): Promise<void> {
  const { press, type } = keyboardOf(page);
  await page.goto("/sign-in");
  await expect(page.getByLabel("E-mail address")).toBeFocused();
  await type(email);
  await press("Tab");
  await type(password);
  await press("Enter");
  await expect(page.getByRole("navigation", { name: "Views" })).toBeVisible({ timeout: 30_000 });
}

test("a shift by keyboard alone, and the focus is never lost", async ({ page, server }) => {
  const { press, type, tabsTo } = keyboardOf(page);
  const at = Date.now().toString(36);
  const [kettle, parcel, refund] = ["Kira Kettle", "Pavel Parcel", "Runa Refund"].map((name) =>
    newCustomer(server.simulatorUrl, `${name} ${at}`),
  ) as [ReturnType<typeof newCustomer>, ReturnType<typeof newCustomer>, ReturnType<typeof newCustomer>];
  for (const customer of [kettle, parcel, refund]) await customer.says(`Good morning, ${customer.name} here.`);
  const list = page.getByRole("list", { name: "Conversations" });
  const row = (name: string) => list.getByRole("link", { name });
  const thread = page.getByRole("log");
  const answer = page.getByRole("textbox", { name: "Your answer" });
  const note = page.getByRole("textbox", { name: "Your note" });
  const opened = (name: string) => page.getByRole("main").getByRole("region", { name });
  const walksTo = async (name: string) => {
    await expect(row(name)).toBeVisible();
    for (let steps = 0; steps < 20; steps += 1) {
      const before = page.url();
      await press((await isAbove(row(name))) ? "k" : "j");
      await expect(page).not.toHaveURL(before);
      await expect(list.locator("a:focus")).toHaveAttribute("aria-current", "true");
      if (await isFocused(row(name))) break;
    }
    await expect(row(name)).toBeFocused();
    await expect(opened(name)).toBeVisible();
  };

  const search = page.getByRole("searchbox", { name: "Search" });

  await test.step("sign in", async () => {
    await signsIn(page, "manager@demo.example", server.password);
    // The page is there before its script is: until then no key is heard.
    await expect(async () => {
      await press("/");
      expect(await isFocused(search)).toBe(true);
    }).toPass();
    await press("Escape");
    await keepsFocus(page);
  });

  await test.step("search, open what was found, take it", async () => {
    for (const { name } of [kettle, parcel, refund]) {
      await press("/");
      await expect(search).toBeFocused();
      await type(name);
      await press("Enter");
      const found = page.getByRole("search").getByRole("link", { name }).first();
      await expect(found).toBeFocused();
      await press("Enter");
      await expect(opened(name)).toBeVisible();
      await press("Shift+A");
      await expect(thread.getByText("You took this")).toBeVisible();
      await keepsFocus(page);
      await press("Escape", "Escape");
      await expect(search).toHaveValue("");
      await keepsFocus(page);
    }
  });

  await test.step("next, read, quick reply, send and resolve", async () => {
    await press("g", "m");
    await walksTo(refund.name);
    await expect(thread.getByText(`Good morning, ${refund.name} here.`)).toBeVisible();
    await press("Enter");
    await expect(answer).toBeFocused();
    await type("/thanks");
    await expect(page.getByRole("option", { name: "/thanks" })).toBeVisible();
    await press("Enter");
    await expect(answer).toHaveValue("Thank you, Runa. Is there anything else I can help with?");
    await press("Control+Shift+Enter");
    await refund.received("Thank you, Runa. Is there anything else I can help with?");
    await expect(page.getByText("This conversation is resolved")).toBeVisible();
    await expect(row(refund.name)).toBeHidden();
    await expect(opened(refund.name)).toBeFocused();
  });

  await test.step("snooze and undo", async () => {
    await walksTo(parcel.name);
    await press("z");
    const untilReply = page.getByRole("menuitem", { name: "Until the customer writes" });
    await expect(untilReply).toBeVisible();
    while (!(await isFocused(untilReply))) await press("ArrowDown");
    await press("Enter");
    await expect(thread.getByText("You snoozed this until the customer writes")).toBeVisible();
    await expect(row(parcel.name)).toBeHidden();
    await keepsFocus(page);
    await press("Control+z");
    await expect(row(parcel.name)).toBeVisible();
    await keepsFocus(page);
  });

  await test.step("label", async () => {
    await press("l");
    await expect(page.getByRole("combobox", { name: "Find a label" })).toBeFocused();
    await type(`Blue ${at}`);
    await expect(page.getByRole("option", { name: `Blue ${at}` })).toBeVisible();
    await press("Enter");
    await expect(thread.getByText(`You added Blue ${at}`)).toBeVisible();
    await press("Escape");
    await expect(page.getByRole("combobox", { name: "Find a label" })).toBeHidden();
    await keepsFocus(page);
  });

  await test.step("note with a mention", async () => {
    await press("n");
    await expect(note).toBeFocused();
    await type("@ada");
    await expect(page.getByRole("option", { name: "Adam Novak" })).toBeVisible();
    await press("Enter");
    await type("it is with you soon.");
    await press("Enter");
    await expect(thread.getByRole("article", { name: "Note for the team" })).toContainText(
      "@Adam Novak it is with you soon.",
    );
    await press("Escape");
    await expect(answer).toBeFocused();
    await press("Escape");
    await expect(opened(parcel.name)).toBeFocused();
  });

  await test.step("palette", async () => {
    await press("Control+k");
    await expect(page.getByRole("dialog", { name: "Command palette" }).getByRole("combobox")).toBeFocused();
    await type("priority: urgent");
    await expect(page.getByRole("option").first()).toContainText("Priority: urgent");
    await press("Enter");
    await expect(row(parcel.name).getByText("Urgent")).toBeAttached();
    await expect(opened(parcel.name)).toBeFocused();
  });

  await test.step("transfer with a note", async () => {
    await press("t");
    await expect(page.getByRole("combobox", { name: "To" })).toBeFocused();
    await type("Adam");
    await expect(page.getByRole("option", { name: "Adam Novak" })).toBeVisible();
    await press("Enter");
    await tabsTo(page.getByRole("textbox", { name: "Note" }));
    await type("She asks for the blue one.");
    await tabsTo(page.getByRole("button", { name: "Hand over to Adam Novak" }));
    await press("Enter");
    await expect(thread.getByText("She asks for the blue one.")).toBeVisible();
    await expect(row(parcel.name)).toBeHidden();
    await keepsFocus(page);
  });

  await test.step("resolve and undo", async () => {
    await walksTo(kettle.name);
    await press("e");
    await expect(page.getByText("This conversation is resolved")).toBeVisible();
    await keepsFocus(page);
    await press("Control+z");
    await expect(row(kettle.name)).toBeVisible();
    await expect(answer).toBeVisible();
    await keepsFocus(page);
  });
});
