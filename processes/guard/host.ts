import { isLoopbackHost } from "@/lib/web/this-machine";
import type { Refusal } from "./refuse-request";

const HOST = /^[a-z0-9._-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i;

export type OwnHost = {
  /** The URL that people open, where it is configured. */
  publicUrl: string | undefined;
  /** Whether the names of this machine as such are answered too. */
  loopbackToo: boolean;
};

export function isHost(text: string): boolean {
  return HOST.test(text);
}

/**
 * Under a name of somebody else's that leads here, their page would count as one of ours. Without a configured address
 * there is nothing to compare with.
 */
export function refusalOfHost(host: string, { publicUrl, loopbackToo }: OwnHost): Refusal | null {
  if (publicUrl === undefined) return null;
  const own = new URL(publicUrl);
  if (isLoopbackHost(host) && (loopbackToo || isLoopbackHost(own.host))) return null;
  // Parsed under the same scheme, so that its usual port counts as none.
  const asked = `${own.protocol}//${host}`;
  if (isHost(host) && URL.canParse(asked) && new URL(asked).host === own.host) return null;
  return { status: 421, title: `This installation is opened at ${own.origin} (NEXTAUTH_URL), not by this name.` };
}
