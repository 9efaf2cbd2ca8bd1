import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { unlessMarked } from "./mark.mjs";
import { root } from "./root.mjs";

/** Work that counts how often it is done, on an input that can change. */
function newWork() {
  const state = { input: "a", times: 0, breaks: false };
  const path = `.cache/marks/${randomUUID()}`;
  onTestFinished(() => rmSync(join(root, path), { force: true }));
  const work = () =>
    unlessMarked(
      path,
      () => state.input,
      async () => {
        state.times += 1;
        if (state.breaks) throw new Error("cut short");
      },
    );
  return { state, work };
}

it("work is done again only when its input has changed", async () => {
  const { state, work } = newWork();
  await work();
  await work();
  expect(state.times).toBe(1);
  state.input = "b";
  await work();
  expect(state.times).toBe(2);
});

it("work cut short is done again, even when its input is what it was before", async () => {
  const { state, work } = newWork();
  await work();
  Object.assign(state, { input: "b", breaks: true });
  await expect(work()).rejects.toThrow("cut short");
  Object.assign(state, { input: "a", breaks: false });
  await work();
  expect(state.times).toBe(3);
});
