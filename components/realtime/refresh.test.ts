import { InfiniteQueryObserver, QueryClient, QueryObserver } from "@tanstack/query-core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { call } from "@/components/api";
import { firstFilter } from "@/components/conversations/filter";
import type { ConversationPages } from "@/components/conversations/queries";
import type { MessagePage } from "@/components/messages/merge";
import { keys } from "@/components/queries/keys";
import type { ReadConversation } from "@/lib/conversations/schemas";
import type { EventFrame, EventType } from "@/lib/events/types";
import type { ListMessages } from "@/lib/messages/schemas";
import { createRefresh } from "./refresh";

const api = "/api/v1/conversations/c";

/** The API, which answers when it is let go: by path and query, the first that waits. */
let waiting: { url: string; answer: (body: unknown) => void }[] = [];

beforeEach(() => {
  waiting = [];
  vi.stubGlobal("location", { pathname: "/demo/inbox" });
  vi.stubGlobal("fetch", (url: string, { signal }: RequestInit) => {
    return new Promise((resolve, reject) => {
      waiting.push({ url, answer: (body) => resolve(Response.json(body)) });
      signal?.addEventListener("abort", () => reject(signal.reason));
    });
  });
});
afterEach(() => vi.unstubAllGlobals());

const path = ({ url }: { url: string }) => url.slice(api.length);

/** Waits until something is asked for, and answers it. */
async function answer(asked: string, body: unknown) {
  await expect.poll(() => waiting.map(path)).toContain(asked);
  const at = waiting.findIndex((each) => path(each) === asked);
  waiting.splice(at, 1)[0]?.answer(body);
}

const message = (minute: number) => ({
  id: `m${minute}`,
  conversationId: "c",
  at: `2026-03-01T12:${minute}:00.000Z`,
  status: "received",
});

const event = (type: EventType, refs: Partial<EventFrame> = {}) =>
  ({ cursor: "1.1", type, actor: "system:ingest", at: "", payload: {}, conversationId: "c", ...refs }) as EventFrame;

function scene() {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  return { client, refresh: createRefresh(client, "me") };
}

function lookAtConversation(client: QueryClient) {
  const observer = new QueryObserver(client, {
    queryKey: keys.conversation("c"),
    queryFn: ({ signal }) =>
      call<typeof ReadConversation>("GET /conversations/:conversationId", { conversationId: "c" }, { signal }),
  });
  const leave = observer.subscribe(() => undefined);
  const present = () => observer.getCurrentResult();
  return { leave, state: () => present().data?.state, isIdle: () => present().fetchStatus === "idle" };
}

function lookAtThread(client: QueryClient) {
  const observer = new InfiniteQueryObserver(client, {
    queryKey: keys.thread("c"),
    queryFn: ({ pageParam: cursor, signal }) => {
      const asked = { conversationId: "c", cursor, limit: 50 };
      return call<typeof ListMessages>("GET /conversations/:conversationId/messages", asked, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: MessagePage) => page.nextCursor ?? undefined,
  });
  const leave = observer.subscribe(() => undefined);
  const shown = () => observer.getCurrentResult().data?.pages.flatMap((page) => page.items.map(({ id }) => id));
  return { leave, shown, readOlder: () => void observer.fetchNextPage() };
}

test("a message that comes while older ones are on their way is not lost when they are there", async () => {
  const { client, refresh } = scene();
  const { shown, readOlder, leave } = lookAtThread(client);
  await answer("/messages?limit=50", { items: [message(30)], nextCursor: "older" });
  await expect.poll(shown).toEqual(["m30"]);

  refresh.apply([event("message.received", { messageId: "m40" })]);
  readOlder();
  await answer("/messages/m40", message(40));
  await expect.poll(shown).toEqual(["m40", "m30"]);
  await answer("/messages?cursor=older&limit=50", { items: [message(20)], nextCursor: null });
  await answer("/messages?limit=50", { items: [message(40), message(30)], nextCursor: "older" });
  await expect.poll(shown).toEqual(["m40", "m30"]);
  leave();
});

test("a conversation that is on its way since before it changed does not come in the place of what it is now", async () => {
  const { client, refresh } = scene();
  const { state, isIdle, leave } = lookAtConversation(client);
  await expect.poll(() => waiting.length).toBe(1);

  refresh.apply([event("conversation.resolved")]);
  await expect.poll(() => waiting.length).toBe(2);
  const [before, now] = waiting.splice(0);
  now?.answer({ id: "c", state: "resolved" });
  await expect.poll(state).toBe("resolved");
  before?.answer({ id: "c", state: "open" });
  await answer("", { id: "c", state: "resolved" });
  await expect.poll(isIdle).toBe(true);
  expect(state()).toBe("resolved");
  leave();
});

test("a conversation that went out of sight leaves the lists and is not asked for, whatever was on its way before", async () => {
  const { client, refresh } = scene();
  const list = keys.list(firstFilter);
  const shown = () => client.getQueryData<ConversationPages>(list)?.pages.flatMap(({ items }) => items);
  const hide = [{ ...event("conversation.transferred"), type: "conversation.hidden" as const }];
  client.setQueryData(list, { pages: [{ items: [{ id: "c" }], nextCursor: null }], pageParams: [undefined] });
  refresh.apply([event("message.received", { messageId: "m" }), ...hide]);
  await expect.poll(shown).toEqual([]);
  expect(waiting).toEqual([]);

  const seen: string[] = [];
  client.getQueryCache().subscribe(() => {
    seen.push(client.getQueryData(keys.conversation("c")) ? "there" : "gone");
  });
  refresh.apply([event("conversation.assigned")]);
  await expect.poll(() => waiting.length).toBe(1);
  refresh.apply(hide);
  await answer("", { id: "c", state: "open", lastActivityAt: "2026-03-01T12:00:00.000Z" });
  await expect.poll(() => seen.includes("there") && seen.at(-1)).toBe("gone");
  expect(shown()).toEqual([]);
  expect(waiting).toEqual([]);
});

test("when too much was missed, what is on its way is read once more as well", async () => {
  const { client, refresh } = scene();
  const { state, leave } = lookAtConversation(client);
  await expect.poll(() => waiting.length).toBe(1);
  refresh.everything();
  await answer("", { id: "c", state: "open" });
  await answer("", { id: "c", state: "resolved" });
  await expect.poll(state).toBe("resolved");
  leave();
});
