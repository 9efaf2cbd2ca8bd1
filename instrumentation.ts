/** Runs once when web starts: what its API writes is announced to the engines, whose sockets wait for it. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next puts a constant in its place, once for each runtime that it builds for.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startNotifier } = await import("@/lib/events");
  startNotifier();
}
