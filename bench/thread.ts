import { makeChannel, makeTenant, startSession } from "@/test/factories";
import { launchBrowser, openPage } from "./browser/open";
import { fillArchive } from "./conversation/archive";
import type { Measurement } from "./measurement";
import type { Row } from "./report/row";
import { plainWorkInPage, type Walk, walkInPage } from "./thread/in-page";

const MESSAGES = 10_000;
/** A fast turn of the wheel, for each frame. */
const STEP_PX = 400;

/** One conversation of many years: scrolled to its first message and back down to its last, in a real browser. */
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
  const up = await page.evaluate(walkInPage, { step: -STEP_PX, until: nameOf(1) });
  say("down to its last");
  const down = await page.evaluate(walkInPage, { step: STEP_PX, until: nameOf(MESSAGES) });
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
      figure: Math.max(up.mostRows, down.mostRows),
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
      notes: [`up, with what is loaded on the way: ${notesOf(up)}`, `down again: ${notesOf(down)}`],
    },
  ];
};

const nameOf = (place: number) => `message ${place} of ${MESSAGES}`;

function notesOf({ tookMs, frames, longTasksMs }: Walk): string {
  const longest = longTasksMs.length === 0 ? "" : `, the longest ${Math.max(...longTasksMs).toFixed(0)} ms`;
  return `${(tookMs / 1000).toFixed(1)} s, ${frames} frames, ${longTasksMs.length} tasks of 50 ms and more${longest}`;
}
