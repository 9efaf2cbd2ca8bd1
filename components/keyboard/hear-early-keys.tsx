import { headers } from "next/headers";
import { hearEarlyKeys } from "./early";

/** A page shows before it listens: what is pressed meanwhile is kept for it. */
export async function HearEarlyKeys() {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: A constant, which has to run before anything that React brings.
    <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: hearEarlyKeys }} />
  );
}
