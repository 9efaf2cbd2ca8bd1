import { env } from "@/lib/env";

/** An absolute link into this installation. Never from a request: its host is whatever the sender wrote. */
export function linkTo(path: string): string {
  const { NEXTAUTH_URL, HOST, PORT } = env();
  return new URL(path, NEXTAUTH_URL ?? `http://${HOST}:${PORT}`).href;
}
