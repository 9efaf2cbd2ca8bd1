// Shows what is pushed, and a page for when there is no line. Keeps nothing of anybody's: only that page and the icon.
const KEPT = "parley-offline-1";
const OFFLINE = "/offline.html";

addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(KEPT)
      .then((cache) => cache.addAll([OFFLINE, "/icon.svg"]))
      .then(() => skipWaiting()),
  );
});

addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate" || event.request.method !== "GET") return;
  event.respondWith(fetch(event.request).catch(() => caches.match(OFFLINE)));
});

// A push says what kind of thing happened and where. The words are these, in the language of the device.
const words = {
  en: {
    unassigned: "A new conversation waits",
    mine: "News in one of your conversations",
    mention: "A note calls you",
    warning: "Something needs you",
  },
};

addEventListener("push", (event) => {
  event.waitUntil(show(event.data));
});

async function show(data) {
  let news = {};
  try {
    news = data.json();
  } catch {
    // Shown all the same: a browser takes it ill when a push shows nothing.
  }
  const { kind = "mine", workspace = "", conversationId = null } = news;
  const said = words[navigator.language.slice(0, 2)] ?? words.en;
  const tag = `${kind}:${conversationId}`;
  const path = conversationId ? `/${workspace}/inbox/${conversationId}?view=all` : `/${workspace}`;
  const [known] = await registration.getNotifications({ tag });
  // An open page has said more about the same thing already.
  const title = known?.title ?? said[kind] ?? said.mine;
  await registration.showNotification(title, {
    body: known?.body ?? workspace,
    tag,
    icon: "/icons/192.png",
    badge: "/icons/badge.png",
    data: { path },
    silent: known !== undefined,
  });
}

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.path ?? "/"));
});

async function open(path) {
  const home = `/${path.split("/")[1] ?? ""}`;
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const page = pages.find(({ url }) => new URL(url).pathname.startsWith(`${home}/`));
  if (!page) return clients.openWindow(path);
  await page.focus();
  page.postMessage({ path });
}
