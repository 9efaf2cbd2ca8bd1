import { call } from "@/components/api";
import type { DropPush, ReadPush, SubscribePush } from "@/lib/notifications/schemas";

export function canBePushed(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window;
}

/** The page's helper in the background: it shows what is pushed, and a page for when there is no line. */
export async function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!("serviceWorker" in navigator)) return null;
  return navigator.serviceWorker.register("/sw.js", { scope: "/" }).catch(() => null);
}

export async function isSubscribed(): Promise<boolean> {
  if (!canBePushed()) return false;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) != null;
}

/** Has this device told also while no page is open. @throws where the browser does not let it */
export async function subscribe(): Promise<void> {
  await registerWorker();
  const registration = await navigator.serviceWorker.ready;
  const { publicKey } = await call<typeof ReadPush>("GET /me/push", {});
  const options = { userVisibleOnly: true, applicationServerKey: publicKey };
  const known = await registration.pushManager.getSubscription();
  await send(known ?? (await registration.pushManager.subscribe(options)));
}

/** After a sign-in: what was subscribed before it went with that sign-in. */
export async function subscribeAgain(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const known = await registration?.pushManager?.getSubscription();
  if (known) await send(known);
}

export async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const known = await registration?.pushManager?.getSubscription();
  if (!known) return;
  await call<typeof DropPush>("DELETE /me/push", { endpoint: known.endpoint });
  await known.unsubscribe();
}

async function send(subscription: PushSubscription): Promise<void> {
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh = "", auth = "" } = keys ?? {};
  await call<typeof SubscribePush>("PUT /me/push", { endpoint: endpoint ?? "", keys: { p256dh, auth } });
}
