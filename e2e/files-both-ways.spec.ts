import sharp from "sharp";
import { signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

const picture = (background: string, format: "jpeg" | "png" = "jpeg") =>
  sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .toFormat(format)
    .toBuffer();

/** One page that says so, with a table of its objects that readers can repair. */
const pdf = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<<>>>>endobj
4 0 obj<</Length 30>>stream
1 0 0 rg 20 20 200 100 re f
endstream endobj
trailer<</Root 1 0 R>>
%%EOF`);

test("files go out in their order with their captions, and what cannot go says why before it leaves", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Fiona Abara");
  await customer.says("Which colours are there?");
  const { page, opens } = await signInAs(browser, server, "amara@demo.example");
  await opens("Unassigned", customer.name);
  await page.locator("input[data-attach]").setInputFiles([
    { name: "green.jpg", mimeType: "image/jpeg", buffer: await picture("#3a7") },
    { name: "blue.png", mimeType: "image/png", buffer: await picture("#37a", "png") },
    { name: "logo.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>") },
    { name: "prices.pdf", mimeType: "application/pdf", buffer: pdf },
  ]);
  const tray = page.getByRole("region", { name: "Files to send" });
  await expect(tray.getByText("WhatsApp does not take SVG pictures.")).toBeVisible();
  await page.getByLabel("Caption of green.jpg").fill("The green one");
  await tray.getByRole("button", { name: "Send 3 files" }).click();
  await expect
    .poll(async () => (await customer.sentTo()).map(({ body }) => body.type), { timeout: 30_000 })
    .toEqual(["image", "image", "document"]);
  const [first, , last] = (await customer.sentTo()).map(({ body }) => body as Record<string, { caption?: string }>);
  expect([first?.image?.caption, last?.document]).toEqual([
    "The green one",
    { id: expect.any(String), filename: "prices.pdf" },
  ]);
  await tray.getByRole("button", { name: "Remove logo.svg" }).click();
  await expect(page.getByRole("textbox", { name: "Your answer" })).toBeFocused();

  await page.getByRole("button", { name: "Look at prices.pdf" }).click();
  const viewer = page.getByRole("dialog", { name: "prices.pdf" });
  await expect(viewer.getByText("Page 1 of 1")).toBeVisible({ timeout: 20_000 });
  const isRed = () =>
    viewer.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
      const at = canvas.getContext("2d")?.getImageData(canvas.width / 3, canvas.height / 2, 1, 1).data ?? [];
      return [...at].slice(0, 3).join();
    });
  await expect.poll(isRed).toBe("255,0,0");
  await page.keyboard.press("Escape");
  await expect(viewer).toBeHidden();
});

test("a picture that is pasted is sent, and pictures that come together open one after the other", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Gideon Park");
  for (const colour of ["#a33", "#3a3", "#33a"]) {
    const bytes = (await picture(colour)).toString("base64");
    await customer.sends({ type: "image", image: { bytes, mime_type: "image/jpeg" } });
  }
  const { page, opens } = await signInAs(browser, server, "lena@demo.example");
  await opens("Unassigned", customer.name);
  const group = page.getByRole("list", { name: "3 pictures" });
  await expect(group).toBeVisible({ timeout: 20_000 });
  await group.getByRole("button", { name: "Show picture 1 of 3" }).click();
  const viewer = page.getByRole("dialog");
  await expect(viewer.getByText("1 of 3")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(viewer.getByText("2 of 3")).toBeVisible();
  const before = await viewer.getByRole("img").boundingBox();
  await viewer.getByRole("button", { name: "Larger" }).click();
  await expect
    .poll(async () => (await viewer.getByRole("img").boundingBox())?.width ?? 0)
    .toBeGreaterThan((before?.width ?? 0) * 1.3);
  await page.keyboard.press("Escape");
  await expect(viewer).toBeHidden();

  const box = page.getByRole("textbox", { name: "Your answer" });
  await box.focus();
  await box.evaluate(
    async (element, base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], "screen.png", { type: "image/png" }));
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    (await picture("#777", "png")).toString("base64"),
  );
  await expect(page.getByLabel("Caption of screen.png")).toBeFocused();
  await page.keyboard.type("As you asked");
  await page.keyboard.press("Enter");
  await expect
    .poll(async () => (await customer.sentTo()).map(({ body }) => body.image), { timeout: 20_000 })
    .toEqual([{ id: expect.any(String), caption: "As you asked" }]);
});

test("a location goes out by a map's link, and a contact card by hand", async ({ browser, server }) => {
  const customer = newCustomer(server.simulatorUrl, "Hugo Salazar");
  await customer.says("Where are you?");
  const { page, opens } = await signInAs(browser, server, "amara@demo.example");
  await opens("Unassigned", customer.name);
  const attach = async (what: string) => {
    await page.getByRole("button", { name: "Attach" }).click();
    await page.getByRole("menuitem", { name: what }).click();
  };
  await attach("Location");
  const place = page.getByRole("dialog", { name: "Send a location" });
  await place.getByLabel("Map link or coordinates").fill("https://maps.app.goo.gl/x");
  await expect(place.getByRole("alert")).toContainText("There are no coordinates in this");
  await place.getByLabel("Map link or coordinates").fill("https://www.google.com/maps/@40.416947,-3.703529,15z");
  await place.getByLabel("Name of the place").fill("Our shop");
  await place.getByRole("button", { name: "Send location" }).click();
  await attach("Contact");
  const card = page.getByRole("dialog", { name: "Send a contact" });
  await card.getByRole("button", { name: "Write one by hand" }).click();
  await card.getByLabel("First name").fill("Ines");
  await card.getByLabel("Phone number").fill("+34 600 000 000");
  await card.getByRole("button", { name: "Send contact" }).click();
  await expect
    .poll(async () => (await customer.sentTo()).map(({ body }) => body.type), { timeout: 20_000 })
    .toEqual(["location", "contacts"]);
  expect((await customer.sentTo())[0]?.body.location).toEqual({
    latitude: 40.416947,
    longitude: -3.703529,
    name: "Our shop",
  });
});

test("files that are dropped on the page go out, and where none can go they are turned away", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Dora Drop");
  await customer.says("Send me the picture");
  const { page, opens } = await signInAs(browser, server, "amara@demo.example");
  await opens("Unassigned", customer.name);
  const bytes = (await picture("#a37")).toString("base64");
  const files = await page.evaluateHandle((encoded) => {
    const dragged = new DataTransfer();
    const content = Uint8Array.from(atob(encoded), (each) => each.charCodeAt(0));
    dragged.items.add(new File([content], "red.jpg", { type: "image/jpeg" }));
    return dragged;
  }, bytes);
  const drag = (type: string) => page.getByRole("log").dispatchEvent(type, { dataTransfer: files });
  await drag("dragenter");
  await drag("dragover");
  await expect(page.getByText("Drop files to attach them")).toBeVisible();
  await drag("drop");
  const tray = page.getByRole("region", { name: "Files to send" });
  await tray.getByRole("button", { name: "Send 1 file" }).click();
  await expect.poll(async () => (await customer.sentTo()).map(({ body }) => body.type)).toEqual(["image"]);

  await page.getByRole("button", { name: "Resolve" }).click();
  await expect(page.getByText("This conversation is resolved")).toBeVisible();
  await drag("dragenter");
  await expect(page.getByText("Files go with an answer")).toBeVisible();
  await drag("drop");
  await expect(page.getByText("Files go with an answer")).toBeHidden();
  await expect(tray).toBeHidden();
});
