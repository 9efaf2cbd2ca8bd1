// Shows what is pushed, and a page for when there is no line. Keeps nothing of anybody's: only that page and the icon.
const KEPT = "parley-offline-2";
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
  event.respondWith(fetch(event.request).catch(offlinePage));
});

/** The page holds the words of every language, and shows those of its `lang`. */
async function offlinePage() {
  const page = await caches.match(OFFLINE);
  const language = await spoken();
  const direction = language === "ar" ? "rtl" : "ltr";
  const text = (await page.text()).replace(
    '<html lang="en" dir="ltr">',
    `<html lang="${language}" dir="${direction}">`,
  );
  return new Response(text, { headers: page.headers });
}

// A push says what kind of thing happened and where. The words are these.
const words = {
  en: {
    unassigned: "A new conversation waits",
    mine: "News in one of your conversations",
    mention: "A note calls you",
    warning: "Something needs you",
  },
  es: {
    unassigned: "Una conversación nueva espera",
    mine: "Novedades en una de tus conversaciones",
    mention: "Te mencionan en una nota",
    warning: "Algo requiere tu atención",
  },
  pt: {
    unassigned: "Uma nova conversa espera",
    mine: "Novidade em uma das suas conversas",
    mention: "Mencionaram você em uma nota",
    warning: "Algo precisa de você",
  },
  ar: {
    unassigned: "محادثة جديدة بانتظار الرد",
    mine: "جديد في إحدى محادثاتك",
    mention: "ورد ذكرك في ملاحظة",
    warning: "أمر يحتاج إليك",
  },
};

/** The console's language where the browser lets a worker read it, else the device's. */
async function spoken() {
  const chosen = await globalThis.cookieStore?.get("locale").catch(() => null);
  const tags = [decodeURIComponent(chosen?.value ?? ""), ...navigator.languages];
  return tags.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => Object.hasOwn(words, tag)) ?? "en";
}

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
  const language = await spoken();
  const said = words[language];
  const tag = `${kind}:${conversationId}`;
  const path = conversationId ? `/${workspace}/inbox/${conversationId}?view=all` : `/${workspace}`;
  const [known] = await registration.getNotifications({ tag });
  // An open page has said more about the same thing already.
  const title = known?.title ?? said[kind] ?? said.mine;
  await registration.showNotification(title, {
    body: known?.body ?? workspace,
    dir: "auto",
    lang: language,
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
