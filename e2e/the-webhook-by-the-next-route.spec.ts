import { createHmac } from "node:crypto";
import { signInAs } from "./support/member";
import { expect, test } from "./support/test";
import { uniqueWord } from "./support/unique";

test("the webhook stands on its own route in Next, without the engine's mount in front", async ({
  browser,
  server,
}) => {
  const name = `Perry ${uniqueWord()}`;
  const body = JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: "102290129340398", changes: [{ field: "messages", value: changeOf(name) }] }],
  });
  const post = (signature: string) =>
    fetch(`${server.webUrl}/api/whatsapp/webhook`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-hub-signature-256": signature },
      body,
    });
  expect((await post(`sha256=${"0".repeat(64)}`)).status).toBe(401);
  const signature = createHmac("sha256", server.appSecret).update(body).digest("hex");
  expect((await post(`sha256=${signature}`)).status).toBe(200);

  const agent = await signInAs(browser, server, "lena@demo.example");
  await agent.opens("Unassigned", name);
  await agent.sees("By the other door");
});

function changeOf(name: string) {
  const from = `1650${String(Date.now()).slice(-9)}`;
  return {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550783881", phone_number_id: "106540352242922" },
    contacts: [{ profile: { name }, wa_id: from }],
    messages: [
      {
        from,
        id: `wamid.${Buffer.from(`${from}-by-the-other-door`).toString("base64")}`,
        timestamp: String(Math.floor(Date.now() / 1_000)),
        type: "text",
        text: { body: "By the other door" },
      },
    ],
  };
}
