import type { Locator, Page } from "playwright/test";
import { signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

/** What the browser's own decoder makes of a sound: it checks each page of an Ogg file. */
const lengthOf = (audio: Locator) =>
  expect.poll(() => audio.evaluate((element: HTMLAudioElement) => element.duration), { timeout: 20_000 });

const hasPlayed = (audio: Locator) =>
  expect.poll(() => audio.evaluate((element: HTMLAudioElement) => element.currentTime), { timeout: 20_000 });

async function recordFor(page: Page, time: string) {
  await page.getByRole("button", { name: "Record a voice message" }).click();
  await expect(page.getByRole("timer")).toHaveText(time, { timeout: 20_000 });
}

test("a voice note goes both ways: recorded, heard before it is sent, and played at the other end", async ({
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  const customer = newCustomer(server.simulatorUrl, "Vera Lindqvist");
  await customer.says("Can you tell me in your own words?");
  const agent = await signInAs(browser, server, "lena@demo.example");
  await agent.opens("Unassigned", customer.name);

  await recordFor(agent.page, "0:02");
  await agent.page.getByRole("button", { name: "Pause the recording" }).click();
  await agent.page.getByRole("button", { name: "Go on recording" }).click();
  await agent.page.getByRole("button", { name: "Stop and listen" }).click();
  await agent.page.getByRole("button", { name: "Play the recording" }).click();
  await agent.page.getByRole("button", { name: "Send the voice message" }).click();
  await expect(agent.page.getByRole("textbox", { name: "Your answer" })).toBeFocused();
  const thread = agent.page.getByRole("log");
  const ours = thread.getByRole("article", { name: "We wrote" }).last();
  await expect(ours.getByRole("button", { name: "Play" })).toBeVisible({ timeout: 20_000 });
  await lengthOf(ours.locator("audio")).toBeGreaterThan(1.5);

  await expect.poll(async () => (await customer.sentTo()).at(-1)?.body.audio, { timeout: 20_000 }).toBeTruthy();
  const audio = (await customer.sentTo()).at(-1)?.body.audio as { id: string; voice?: boolean };
  expect(audio.voice).toBe(true);
  const file = await fetch(`${server.simulatorUrl}/phone/media/${audio.id}`);
  const bytes = Buffer.from(await file.arrayBuffer());
  expect(file.headers.get("content-type")).toBe("audio/ogg; codecs=opus");
  expect([bytes.toString("latin1", 0, 4), bytes.toString("latin1", 28, 36), bytes[37]]).toEqual([
    "OggS",
    "OpusHead",
    1,
  ]);

  const phone = await (await browser.newContext()).newPage();
  await phone.goto(server.simulatorUrl);
  await phone.getByRole("button", { name: customer.name }).click();
  const received = phone.getByRole("log", { name: "Chat" }).locator("audio").last();
  await lengthOf(received).toBeGreaterThan(1.5);
  await received.evaluate((element: HTMLAudioElement) => element.play());
  await hasPlayed(received).toBeGreaterThan(0.3);

  await recordFor(phone, "0:02");
  await phone.getByRole("button", { name: "Send" }).click();
  const theirs = thread.getByRole("article", { name: "Customer wrote" }).last();
  await expect(theirs.getByLabel("Voice message")).toBeVisible({ timeout: 20_000 });
  await lengthOf(theirs.locator("audio")).toBeGreaterThan(1.5);
  await theirs.getByRole("button", { name: "Play" }).click();
  await theirs.getByRole("button", { name: "Speed 1" }).click();
  await hasPlayed(theirs.locator("audio")).toBeGreaterThan(0.3);
  expect(await theirs.locator("audio").evaluate((element: HTMLAudioElement) => element.playbackRate)).toBe(1.5);
});
