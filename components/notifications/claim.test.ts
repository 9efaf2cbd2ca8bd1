import { expect, test } from "vitest";
import type { Notice } from "@/lib/notifications/types";
import { claimNotice } from "./claim";

const notice: Notice = { kind: "mine", cause: "message", conversationId: "c", cursor: "1.1" };

/** A browser's storage and its lock, shared by its tabs. */
function openBrowser() {
  const kept = new Map<string, string>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    storage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    },
    locked: <T>(work: () => T): Promise<T> => {
      const turn = last.then(work);
      last = turn;
      return turn;
    },
  };
}

test("many tabs tell of one thing once", async () => {
  const browser = openBrowser();
  const claims = await Promise.all(Array.from({ length: 20 }, () => claimNotice(notice, "me", browser)));
  expect(claims.filter(Boolean)).toHaveLength(1);
});

test("another thing, another kind and another member are told of by themselves", async () => {
  const browser = openBrowser();
  expect(await claimNotice(notice, "me", browser)).toBe(true);
  expect(await claimNotice({ ...notice, cursor: "1.2" }, "me", browser)).toBe(true);
  expect(await claimNotice({ ...notice, kind: "mention" }, "me", browser)).toBe(true);
  expect(await claimNotice(notice, "you", browser)).toBe(true);
  expect(await claimNotice(notice, "me", browser)).toBe(false);
});

test("what is remembered does not grow without end", async () => {
  const browser = openBrowser();
  for (let seq = 0; seq < 300; seq += 1) await claimNotice({ ...notice, cursor: `1.${seq}` }, "me", browser);
  expect(JSON.parse(browser.storage.getItem("parley.told") ?? "[]")).toHaveLength(100);
});
