import { makeChannel, makeTenant, startSession } from "@/test/factories";
import { launchBrowser, openPage } from "./browser/open";
import { fillArchive } from "./conversation/archive";
import type { Measurement } from "./measurement";
import type { Row } from "./report/row";
import { plainWorkInPage, type Walk, walkInPage } from "./thread/in-page";

const MESSAGES = 10_000;
/** For each frame: half a screen, to get there, and ten screens a second, as somebody goes who looks for something. */
const [HASTE_PX, WHEEL_PX] = [400, 150];
const WHEEL_MS = 15_000;

/** One conversation of many years in a real browser: all of it is loaded on the way up, then scrolled through. */
export const thread: Measurement = async ({ openHouse, say }) => {
  const house = await openHouse();
  say(`setting the scene: a conversation of ${MESSAGES} messages`);
  const tenant = await makeTenant();
  const channel = await makeChannel(tenant);
  await fillArchive(house.owner, { ...tenant, channel, conversations: 1, messagesEach: MESSAGES });
  const { id } = await house.owner.one<{ id: string }>("select id from conversations");
  const { cookie } = await startSession(tenant.owner);
  const web = await house.startWeb();
  const engine = await house.startEngine(["door", "realtime"]);
  const browser = await launchBrowser();
  const page = await openPage(browser, house.url, cookie);
  await page.goto(`/${tenant.slug}/inbox/${id}?view=all`);
  await page.getByRole("log").getByText(nameOf(MESSAGES)).waitFor();
  const plainMs = await page.evaluate(plainWorkInPage);
  say("up to its first message");
  const loading = await page.evaluate(walkInPage, { step: -HASTE_PX, until: nameOf(1) });
  say("scrolling");
  const down = await page.evaluate(walkInPage, { step: WHEEL_PX, forMs: WHEEL_MS });
  const up = await page.evaluate(walkInPage, { step: -WHEEL_PX, forMs: WHEEL_MS });
  await browser.close();
  await engine.stop();
  await web.stop();
  const common = {
    from: "thread",
    better: "less",
    reference: `to sort 100,000 numbers in the same page ${plainMs.toFixed(1)} ms`,
  } satisfies Partial<Row>;
  return [
    {
      ...common,
      what: "Thread of 10,000, messages on the page at once",
      figure: Math.max(loading.mostRows, down.mostRows, up.mostRows),
      unit: "rows",
      aim: 300,
      notes: [],
    },
    {
      ...common,
      what: "Thread of 10,000, longest task while scrolling",
      figure: Math.max(...up.longTasksMs, ...down.longTasksMs, 0),
      unit: "ms",
      aim: 50,
      notes: [
        `down: ${notesOf(down)}`,
        `up: ${notesOf(up)}`,
        `before, in haste and with all that is loaded on the way: ${notesOf(loading)}`,
      ],
    },
  ];
};

const nameOf = (place: number) => `message ${place} of ${MESSAGES}`;

function notesOf({ tookMs, frames, longTasksMs }: Walk): string {
  const longest = longTasksMs.length === 0 ? "" : `, the longest ${Math.max(...longTasksMs).toFixed(0)} ms`;
  return `${(tookMs / 1000).toFixed(1)} s, ${frames} frames, ${longTasksMs.length} tasks of 50 ms and more${longest}`;
}
