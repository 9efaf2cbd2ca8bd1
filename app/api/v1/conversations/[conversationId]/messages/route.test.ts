import { expect, test } from "vitest";
import { createApiKey } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { makeTenant } from "@/test/factories";
import { makeCustomer, textTo } from "@/test/sending";
import { GET, POST } from "./route";

const tenant = await makeTenant({ channel: true });
const customer = await makeCustomer(tenant, tenant.channel);
const { key } = await createApiKey(tenant.owner, { name: "Test", role: "agent", scopes: null });
const context = { params: Promise.resolve({ conversationId: customer.conversationId }) };

function post(body: unknown) {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  return POST(new Request("http://parley.test/", { method: "POST", headers, body: JSON.stringify(body) }), context);
}

const { conversationId: _, ...message } = textTo(customer);

test("a message goes out by key, and the same request again answers with the same message", async () => {
  const [first, again] = [await post(message), await post(message)];
  expect([first.status, again.status]).toEqual([200, 200]);
  const sent = await first.json();
  expect(sent).toMatchObject({ type: "text", status: "queued", text: "Good morning", author: { kind: "api" } });
  expect((await again.json()).id).toBe(sent.id);
  const list = await GET(
    new Request("http://parley.test/?limit=1", { headers: { authorization: `Bearer ${key}` } }),
    context,
  );
  expect(await list.json()).toMatchObject({ items: [{ id: sent.id }], nextCursor: expect.any(String) });
});

test("content that does not fit is answered with problem details that name the value", async () => {
  const response = await post({ clientId: newId(), type: "text", text: { body: "" } });
  expect(response.status).toBe(422);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({ code: "invalid_content", fields: [{ path: "text.body" }] });
});

test("a path part in the body cannot lead the message to another conversation", async () => {
  const other = await makeCustomer(tenant, tenant.channel);
  const response = await post({ ...textTo(other), clientId: newId() });
  expect(await response.json()).toMatchObject({ conversationId: customer.conversationId });
});
