import { QueryClient, QueryObserver } from "@tanstack/query-core";
import { expect, test } from "vitest";
import { put } from "./put";

const queryKey = ["list"];

function scene() {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(queryKey, ["read"]);
  const query = client.getQueryCache().find({ queryKey });
  return { client, query, shown: () => client.getQueryData(queryKey) };
}

test("what nobody looks at and was made old is old still after a part of it has changed", async () => {
  const { client, query, shown } = scene();
  await client.invalidateQueries({ queryKey });
  put<string[]>(client, queryKey, (list) => [...list, "put"]);
  expect([shown(), query?.state.isInvalidated]).toEqual([["read", "put"], true]);
  const observer = new QueryObserver(client, { queryKey, queryFn: () => ["read again"] });
  const leave = observer.subscribe(() => undefined);
  await expect.poll(shown).toEqual(["read again"]);
  leave();
});

test("what was as it should be stays so", () => {
  const { client, query, shown } = scene();
  put<string[]>(client, queryKey, (list) => [...list, "put"]);
  expect([shown(), query?.state.isInvalidated]).toEqual([["read", "put"], false]);
});

test("what is looked at shows the change at once, old or not", async () => {
  const { client, shown } = scene();
  const observer = new QueryObserver<string[]>(client, { queryKey, queryFn: () => new Promise(() => undefined) });
  const leave = observer.subscribe(() => undefined);
  void client.invalidateQueries({ queryKey });
  put<string[]>(client, queryKey, (list) => [...list, "put"]);
  expect(observer.getCurrentResult().data).toEqual(["read", "put"]);
  expect(shown()).toEqual(["read", "put"]);
  leave();
});

test("nothing is made of what has not been read", () => {
  const { client } = scene();
  put<string[]>(client, ["other"], () => ["made up"]);
  expect(client.getQueryData(["other"])).toBeUndefined();
});
