export type Shown = {
  title: string;
  body: string;
  /** What it is about: a later one takes the place of an earlier. */
  tag: string;
  /** The page that it leads to. */
  path: string;
};

export type Permission = "granted" | "denied" | "default" | "impossible";

export function permissionNow(): Permission {
  return typeof Notification === "undefined" ? "impossible" : Notification.permission;
}

/** Shows it on the desktop where that is allowed; a click leads back to this page and on to what it is about. */
export async function showOnDesktop({ title, body, tag, path }: Shown, onOpen: (path: string) => void): Promise<void> {
  if (permissionNow() !== "granted") return;
  const options: NotificationOptions = { body, tag, icon: "/icons/192.png", badge: "/icons/badge.png", data: { path } };
  // By the service worker where there is one: it also puts away what a push has shown of the same thing.
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration?.active) return registration.showNotification(title, { ...options, silent: true });
  const notification = new Notification(title, { ...options, silent: true });
  notification.onclick = () => {
    window.focus();
    notification.close();
    onOpen(path);
  };
}
