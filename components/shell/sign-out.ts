import { forgetKept } from "./private-storage";

/** Ends this session and leaves for the sign-in. */
export function signOut(): void {
  forgetKept();
  void forgetPush();
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/api/account/sign-out";
  document.body.append(form);
  form.submit();
}

/** The server tells this browser no more as it is; this gives its address back as well. */
async function forgetPush(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const subscription = await registration?.pushManager?.getSubscription();
  await subscription?.unsubscribe();
}
