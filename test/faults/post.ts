import { expect } from "vitest";
import { signBody } from "@/lib/whatsapp";
import type { TestChannel } from "@/test/factories";
import type { House } from "./house";
import { webhookUrl } from "./scene";

type Bytes = string | Buffer<ArrayBuffer>;
type Options = { signature?: string | null };

/** Posts bytes to the door of an app over HTTP, rightly signed unless told otherwise; answers with its status. */
export async function post(
  house: House,
  channel: Pick<TestChannel, "app">,
  body: Bytes,
  { signature = signBody(channel.app.secret, Buffer.from(body)) }: Options = {},
): Promise<number> {
  const response = await fetch(webhookUrl(house.url, channel), {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(signature === null ? {} : { "x-hub-signature-256": signature }),
    },
    body,
  });
  await response.body?.cancel();
  return response.status;
}

/** Waits until ingest has looked at everything in the log. */
export async function untilIngested(house: House): Promise<void> {
  const pending = () => house.query("select id from webhook_log where state = 'pending'");
  await expect.poll(pending, { timeout: 20_000, interval: 50 }).toEqual([]);
}
