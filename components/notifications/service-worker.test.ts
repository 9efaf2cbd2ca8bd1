import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";

type Shown = { title: string; tag: string; body: string; data: { path: string }; silent: boolean };

/** The service worker among stand-ins for what a browser has around it. */
function startWorker({ pages = [] as string[], languages = ["en-GB"], chosen = "" } = {}) {
  const listeners = new Map<string, (event: unknown) => void>();
  const shown: Shown[] = [];
  const opened: string[] = [];
  const sent: unknown[] = [];
  const windows = pages.map((url) => ({
    url: `https://parley.test${url}`,
    focus: async () => undefined,
    postMessage: (message: unknown) => sent.push(message),
  }));
  const surroundings = {
    URL,
    addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    Response,
    fetch: () => Promise.reject(new Error("no line")),
    caches: { match: async (path: string) => new Response(readFileSync(`public${path}`, "utf8")) },
    navigator: { languages },
    cookieStore: { get: async () => (chosen ? { value: chosen } : null) },
    registration: {
      getNotifications: async ({ tag }: { tag: string }) => shown.filter((each) => each.tag === tag),
      showNotification: async (title: string, options: Omit<Shown, "title">) => {
        const others = shown.filter(({ tag }) => tag !== options.tag);
        shown.splice(0, shown.length, ...others, { title, ...options });
      },
    },
    clients: { matchAll: async () => windows, openWindow: async (path: string) => void opened.push(path) },
  };
  runInContext(readFileSync("public/sw.js", "utf8"), createContext(surroundings));
  const send = async (name: string, event: Record<string, unknown>) => {
    let work: Promise<unknown> = Promise.resolve();
    listeners.get(name)?.({ ...event, waitUntil: (promise: Promise<unknown>) => (work = promise) });
    await work;
  };
  return { shown, opened, sent, send, hears: () => [...listeners.keys()], fetch: listeners.get("fetch") };
}

const data = (news: unknown) => ({ data: { json: () => news } });
const mine = { kind: "mine", workspace: "demo", conversationId: "c1" };

test("a push shows what kind of thing happened, once for each conversation", async () => {
  const worker = startWorker();
  await worker.send("push", data(mine));
  await worker.send("push", data(mine));
  await worker.send("push", data({ ...mine, kind: "mention" }));
  expect(worker.shown.map(({ tag }) => tag)).toEqual(["mine:c1", "mention:c1"]);
  expect(worker.shown[0]?.data.path).toBe("/demo/inbox/c1?view=all");
});

test("a push without content that can be read shows something all the same", async () => {
  const worker = startWorker();
  await worker.send("push", { data: null });
  expect(worker.shown).toHaveLength(1);
});

test("words are in the language of the console, else in the first of the device's that there is", async () => {
  const titleWith = async (options: Parameters<typeof startWorker>[0]) => {
    const worker = startWorker(options);
    await worker.send("push", data(mine));
    return worker.shown[0]?.title;
  };
  expect(await titleWith({ languages: ["fr", "pt-BR", "es"] })).toBe("Novidade em uma das suas conversas");
  expect(await titleWith({ languages: ["fr", "pt-BR"], chosen: "ar" })).toBe("جديد في إحدى محادثاتك");
  expect(await titleWith({ languages: ["fr"], chosen: "constructor" })).toBe("News in one of your conversations");
});

test("without a line, going to a page shows ours in that language", async () => {
  const worker = startWorker({ languages: ["ar-EG"] });
  const answered: Promise<Response>[] = [];
  const request = { mode: "navigate", method: "GET" };
  worker.fetch?.({ request, respondWith: (answer: Promise<Response>) => answered.push(answer) });
  expect(await (await answered[0])?.text()).toContain('<html lang="ar" dir="rtl">');
});

test("a click leads to the conversation, in the page that is open or in a new one", async () => {
  const notification = { close: () => undefined, data: { path: "/demo/inbox/c1?view=all" } };
  const closed = startWorker({ pages: ["/other/inbox"] });
  await closed.send("notificationclick", { notification });
  expect(closed.opened).toEqual(["/demo/inbox/c1?view=all"]);
  const open = startWorker({ pages: ["/other/inbox", "/demo/settings"] });
  await open.send("notificationclick", { notification });
  expect(open.opened).toEqual([]);
  expect(open.sent).toEqual([{ path: "/demo/inbox/c1?view=all" }]);
});

test("no answer of ours is taken from or put into a cache: only going to a page is heard", () => {
  const worker = startWorker();
  const answered: unknown[] = [];
  const ask = (mode: string, method = "GET") =>
    worker.fetch?.({ request: { mode, method }, respondWith: (answer: unknown) => answered.push(answer) });
  ask("cors");
  ask("same-origin");
  ask("navigate", "POST");
  expect(answered).toEqual([]);
  expect(readFileSync("public/sw.js", "utf8")).not.toContain("cache.put");
});
