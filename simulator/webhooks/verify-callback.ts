import { randomInt } from "node:crypto";

/** Meta's GET before it accepts a callback: true when the challenge comes back with 200. */
export async function verifyCallback(url: string, verifyToken: string): Promise<boolean> {
  const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
  const asked = new URL(url);
  asked.searchParams.set("hub.mode", "subscribe");
  asked.searchParams.set("hub.challenge", challenge);
  asked.searchParams.set("hub.verify_token", verifyToken);
  try {
    const answer = await fetch(asked, { signal: AbortSignal.timeout(10_000), redirect: "manual" });
    return answer.status === 200 && (await answer.text()).trim() === challenge;
  } catch {
    return false;
  }
}
