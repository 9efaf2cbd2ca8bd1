import { QueryClient, QueryObserver } from "@tanstack/query-core";
import { expect, test } from "vitest";
import { readAgain } from "./read-again";

/** A server whose answers come when they are let go, each with what it knew when it was asked. */
function slowServer() {
  let known = "before";
  const waiting: (() => void)[] = [];
  return {
    ask: () => {
      const answer = known;
      return new Promise<string>((resolve) => waiting.push(() => resolve(answer)));
    },
    change: () => {
      known = "after";
    },
    letGo: () => waiting.shift()?.(),
    asked: () => waiting.length,
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

function scene() {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const server = slowServer();
  const observer = new QueryObserver(client, { queryKey: ["list", "a"], queryFn: server.ask });
  const leave = observer.subscribe(() => undefined);
  return { client, server, leave, shown: () => observer.getCurrentResult().data };
}

test("what is on its way for the first time when something changes is read once more", async () => {
  const { client, server, shown, leave } = scene();
  server.change();
  readAgain(client, ["list"]);
  readAgain(client, ["list"]);
  server.letGo();
  await settled();
  expect([shown(), server.asked()]).toEqual(["before", 1]);
  server.letGo();
  await settled();
  expect([shown(), server.asked()]).toEqual(["after", 0]);
  leave();
});

test("what is there already is read again at once", async () => {
  const { client, server, shown, leave } = scene();
  server.letGo();
  await settled();
  server.change();
  readAgain(client, ["list"]);
  await settled();
  server.letGo();
  await settled();
  expect([shown(), server.asked()]).toEqual(["after", 0]);
  leave();
});

test("what is being read ahead once more when something changes is read again by whoever opens it", async () => {
  const { client, server, leave } = scene();
  server.letGo();
  await settled();
  leave();
  await client.invalidateQueries({ queryKey: ["list"] });
  void client.prefetchQuery({ queryKey: ["list", "a"], queryFn: server.ask });
  server.change();
  readAgain(client, ["list"]);
  server.letGo();
  await settled();
  const opened = new QueryObserver(client, { queryKey: ["list", "a"], queryFn: server.ask });
  const close = opened.subscribe(() => undefined);
  server.letGo();
  await settled();
  expect([opened.getCurrentResult().data, server.asked()]).toEqual(["after", 0]);
  close();
});
