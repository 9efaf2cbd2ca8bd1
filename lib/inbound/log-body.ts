import { openForInstallation, sealForInstallation } from "@/lib/vault";
import { frame, unframe } from "./packed";

/** The signed bytes as they came, and whose signature was good. */
export type SignedBody = { metaAppId: string; body: Uint8Array };

/** What a row of the log keeps of the webhooks in it; who signed which cannot be changed afterwards. */
export function sealBodies(webhooks: readonly SignedBody[]): Buffer {
  return sealForInstallation(
    frame(webhooks.map(({ body }) => body)),
    contextOf(webhooks.map(({ metaAppId }) => metaAppId)),
  );
}

/** @throws {Error} when it was sealed with another master key, or is not what was sealed. */
export function openBodies(metaAppIds: readonly string[], sealed: Buffer): (SignedBody & { body: Buffer })[] {
  const bodies = unframe(openForInstallation(sealed, contextOf(metaAppIds)));
  return bodies.map((body, at) => ({ body, metaAppId: metaAppIds[at] ?? "" }));
}

function contextOf(metaAppIds: readonly string[]): string {
  return `webhook_log|body|${metaAppIds.join(",")}`;
}
