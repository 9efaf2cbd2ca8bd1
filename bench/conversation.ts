import type { Browser, Page } from "playwright";
import { makeChannel, makeTenant, startSession } from "@/test/factories";
import { launchBrowser, openPage } from "./browser/open";
import { fillArchive } from "./conversation/archive";
import { openInPage, sendInPage } from "./conversation/in-page";
import type { House } from "./house/house";
import type { Measurement } from "./measurement";
import { percentile } from "./report/percentile";
import type { Row } from "./report/row";

const CONVERSATIONS = 100_000;
const MESSAGES_EACH = 10;
const WARM_OPENINGS = 60;
const COLD_OPENINGS = 20;
const OWN_MESSAGES = 30;

/**
 * A click on a conversation until its newest message is drawn, in a real browser, in a workspace that has been busy for
 * years. Cold: web and engine have just been started and none of it has been asked for. The rows are opened without the
 * pointer resting on them, so nothing was fetched ahead.
 */
export const conversation: Measurement = async ({ openHouse, say }) => {
  const house = await openHouse();
  say(`setting the scene: ${CONVERSATIONS} conversations, ${CONVERSATIONS * MESSAGES_EACH} messages`);
  const tenant = await makeTenant();
  const channel = await makeChannel(tenant);
  await fillArchive(house.owner, { ...tenant, channel, conversations: CONVERSATIONS, messagesEach: MESSAGES_EACH });
  const { cookie } = await startSession(tenant.owner);
  const web = await house.startWeb();
  const engine = await house.startEngine(["door", "realtime"]);
  const browser = await launchBrowser();
  say("in the browser");
  const page = await openInbox(browser, house, tenant.slug, cookie);
  const cold = await openings(page, COLD_OPENINGS);
  const warm = await openings(page, WARM_OPENINGS);
  const own = await ownMessages(page);
  await browser.close();
  await engine.stop();
  await web.stop();
  const ping = await pingMs(house);
  const common = {
    from: "conversation",
    unit: "ms",
    better: "less",
    reference: `one round trip to the database ${ping.toFixed(2)} ms`,
  } satisfies Partial<Row>;
  const p = (values: number[]) => `p50 ${percentile(values, 50).toFixed(0)} ms, of ${values.length}`;
  return [
    { ...common, what: "Open a conversation, warm, p95", figure: percentile(warm, 95), aim: 100, notes: [p(warm)] },
    { ...common, what: "Open a conversation, cold, p95", figure: percentile(cold, 95), aim: 300, notes: [p(cold)] },
    { ...common, what: "Own message on screen, p95", figure: percentile(own, 95), aim: 16, notes: [p(own)] },
  ];
};

async function openInbox(browser: Browser, { url }: House, workspace: string, cookie: string): Promise<Page> {
  const page = await openPage(browser, url, cookie);
  await page.goto(`/${workspace}/inbox?view=all`);
  await page
    .getByRole("link", { name: /Customer \d/ })
    .first()
    .waitFor();
  return page;
}

async function openings(page: Page, count: number): Promise<number[]> {
  const took: number[] = [];
  while (took.length < count) took.push(await page.evaluate(openInPage));
  return took;
}

async function ownMessages(page: Page): Promise<number[]> {
  const took: number[] = [];
  for (let at = 1; at <= OWN_MESSAGES; at++) {
    const text = `Answer number ${at}.`;
    await page.getByRole("textbox", { name: "Your answer" }).fill(text);
    const shown = page.evaluate(sendInPage, text);
    await page.getByRole("textbox", { name: "Your answer" }).press("Enter");
    took.push(await shown);
  }
  return took;
}

async function pingMs({ owner }: House): Promise<number> {
  const took: number[] = [];
  for (let at = 0; at < 200; at++) {
    const began = performance.now();
    await owner.query("select 1");
    took.push(performance.now() - began);
  }
  return percentile(took, 50);
}
