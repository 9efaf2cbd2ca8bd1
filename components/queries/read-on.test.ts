import { InfiniteQueryObserver, QueryClient } from "@tanstack/query-core";
import { expect, test } from "vitest";
import { readAgain } from "./read-again";
import { readOn } from "./read-on";

type Page = { said: string; next: number | undefined };

/** A list of two pages, whose answers come when they are let go, each with what was known when it was asked. */
function scene() {
  let known = "before";
  const waiting: (() => void)[] = [];
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const observer = new InfiniteQueryObserver(client, {
    queryKey: ["list"],
    queryFn: ({ pageParam }): Promise<Page> => {
      const answer = { said: `${pageParam} ${known}`, next: pageParam < 1 ? pageParam + 1 : undefined };
      return new Promise((resolve) => waiting.push(() => resolve(answer)));
    },
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  });
  const leave = observer.subscribe(() => undefined);
  const shown = () => observer.getCurrentResult().data?.pages.map(({ said }) => said);
  const letGo = async () => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    waiting.shift()?.();
  };
  const change = () => {
    known = "after";
    readAgain(client, ["list"]);
  };
  return { observer, leave, shown, letGo, change, isIdle: () => client.isFetching() === 0 };
}

test("the next page leaves be what is being read again, and comes after it", async () => {
  const { observer, leave, shown, letGo, change, isIdle } = scene();
  await letGo();
  await expect.poll(shown).toEqual(["0 before"]);
  change();
  void readOn(observer.getCurrentResult());
  await letGo();
  await letGo();
  await expect.poll(shown).toEqual(["0 after", "1 after"]);
  expect(isIdle()).toBe(true);
  leave();
});

test("with nothing else under way it is read at once, and once", async () => {
  const { observer, leave, shown, letGo, isIdle } = scene();
  await letGo();
  await expect.poll(shown).toEqual(["0 before"]);
  const done = readOn(observer.getCurrentResult());
  await letGo();
  await done;
  expect([shown(), isIdle()]).toEqual([["0 before", "1 before"], true]);
  leave();
});
