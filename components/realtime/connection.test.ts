import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { EventFrame } from "@/lib/events/types";
import { createConnection } from "./connection";

/** Pages of the event log that were asked for, by the cursor after which. */
let asked: { after: string | null; answer: (nextCursor: string, items?: unknown[]) => void }[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
  vi.stubGlobal("window", new EventTarget());
  // Nobody answers there: the socket stays cut off.
  vi.stubGlobal("location", { pathname: "/demo/inbox", protocol: "http:", host: "127.0.0.1:9", hostname: "127.0.0.1" });
  vi.stubGlobal("fetch", (url: string) => {
    const after = new URL(url, "http://localhost").searchParams.get("after");
    return new Promise((resolve) => {
      const answer = (nextCursor: string, items: unknown[] = []) =>
        resolve(Response.json({ items, nextCursor, more: false }));
      asked.push({ after, answer });
    });
  });
});
afterEach(() => vi.unstubAllGlobals());

const frame = (cursor: string) => ({ cursor, type: "label.changed" }) as unknown as EventFrame;

async function openAt(cursor: string) {
  const applied: string[] = [];
  const everything = vi.fn();
  const nothing = () => undefined;
  const connection = createConnection({
    workspace: "demo",
    apply: (frames) => applied.push(...frames.map((each) => each.cursor)),
    everything,
    onRepaired: nothing,
    onState: nothing,
    onSignedOut: nothing,
    onCompany: nothing,
  });
  await connection.open(cursor);
  return { connection, applied, everything };
}

const lineIsBack = () => window.dispatchEvent(new Event("online"));

test("a line that breaks again while the gap is being read has the gap read once more, from where it was whole", async () => {
  const { connection } = await openAt("1.0");
  lineIsBack();
  expect(asked.map(({ after }) => after)).toEqual(["1.0"]);
  lineIsBack();
  asked[0]?.answer("2.0");
  await expect.poll(() => asked.map(({ after }) => after)).toEqual(["1.0", "2.0"]);
  connection.close();
});

test("a page that was rendered before what is here already has it applied again; a later one has not", async () => {
  const { connection, applied, everything } = await openAt("1.0");
  lineIsBack();
  asked[0]?.answer("3.0", [frame("2.1")]);
  await expect.poll(() => applied).toEqual(["2.1"]);
  connection.replay("3.0");
  expect(applied).toEqual(["2.1"]);
  connection.replay("2.0");
  expect(applied).toEqual(["2.1", "2.1"]);
  expect(everything).not.toHaveBeenCalled();
  connection.replay("0.5");
  expect(everything).toHaveBeenCalledOnce();
  connection.close();
});
