import { expect, test } from "vitest";
import { gather } from "./gather";

type Whole = { head: string; body: string };

/** A server that says what it was asked, and answers when it is let go. */
function scene() {
  const asked: string[] = [];
  const signals: AbortSignal[] = [];
  const waiting: (() => void)[] = [];
  const answer = <T>(what: string, value: T) => {
    asked.push(what);
    return new Promise<T>((resolve) => waiting.push(() => resolve(value)));
  };
  const read = gather<Whole>((id, signal) => {
    signals.push(signal);
    return answer(`whole ${id}`, { head: `head of ${id}`, body: `body of ${id}` });
  });
  const ask = (id: string, part: keyof Whole, signal = new AbortController().signal) =>
    read(id, part, signal, () => answer(`${part} ${id}`, `${part} alone`));
  const letGo = () => {
    for (const go of waiting.splice(0)) go();
  };
  return { ask, asked, signals, letGo };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test("parts that are asked for in one moment come in one request", async () => {
  const { ask, asked, letGo } = scene();
  const both = Promise.all([ask("a", "head"), ask("a", "body")]);
  await settled();
  letGo();
  expect([await both, asked]).toEqual([["head of a", "body of a"], ["whole a"]]);
});

test("a part that is asked for by itself comes by its own request", async () => {
  const { ask, asked, letGo } = scene();
  const head = ask("a", "head");
  const other = ask("b", "body");
  await settled();
  letGo();
  expect([await head, await other, asked]).toEqual(["head alone", "body alone", ["head a", "body b"]]);
});

test("what is asked for after the request has gone is read anew", async () => {
  const { ask, asked } = scene();
  void Promise.all([ask("a", "head"), ask("a", "body")]);
  await settled();
  void ask("a", "body");
  await settled();
  expect(asked).toEqual(["whole a", "body a"]);
});

test("the request is given up when nobody waits for any of it any more", async () => {
  const { ask, signals } = scene();
  const [one, other] = [new AbortController(), new AbortController()];
  void ask("a", "head", one.signal);
  void ask("a", "body", other.signal);
  await settled();
  one.abort();
  expect(signals[0]?.aborted).toBe(false);
  other.abort();
  expect(signals[0]?.aborted).toBe(true);
});

test("a failure reaches everyone who asked", async () => {
  const read = gather<Whole>(() => Promise.reject(new Error("gone")));
  const { signal } = new AbortController();
  const never = () => new Promise<string>(() => undefined);
  const outcomes = await Promise.allSettled([read("a", "head", signal, never), read("a", "body", signal, never)]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});
