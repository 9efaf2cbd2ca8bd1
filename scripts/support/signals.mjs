/**
 * A signal that is aborted by Ctrl-C, by a request to end, or by the terminal closing. A second Ctrl-C changes nothing:
 * stopping in order is already under way.
 * @returns {AbortSignal}
 */
export function untilAskedToStop() {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => controller.abort());
  return controller.signal;
}

/** @param {AbortSignal} signal */
export function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
