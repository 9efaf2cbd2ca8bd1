import { expect, it } from "vitest";
import { ListEvents } from "@/lib/events/schemas";
import { makeTenant } from "@/test/factories";
import { signIn } from "@/test/realtime";
import { GET } from "./route";

async function ask(query: string, headers: Record<string, string>) {
  const request = new Request(`http://127.0.0.1/api/v1/events${query}`, { headers });
  const response = await GET(request, { params: Promise.resolve({}) });
  return { status: response.status, body: await response.json() };
}

it("a member asks where the log stands, and goes on from there", async () => {
  const tenant = await makeTenant();
  const headers = { cookie: (await signIn(tenant.agent)).cookie, "x-workspace": tenant.slug };
  const first = await ask("", headers);
  expect(first.status).toBe(200);
  const { items, nextCursor } = ListEvents.output.parse(first.body);
  expect(items).toEqual([]);
  expect(await ask(`?after=${nextCursor}&limit=1`, headers)).toEqual({
    status: 200,
    body: { items: [], nextCursor, more: false },
  });
});

it("nobody else's log is answered, nor a cursor that is none", async () => {
  const [tenant, other] = [await makeTenant(), await makeTenant()];
  const { cookie } = await signIn(tenant.agent);
  expect((await ask("", {})).status).toBe(401);
  expect((await ask("", { cookie, "x-workspace": other.slug })).status).toBe(404);
  expect((await ask("?after=yesterday", { cookie, "x-workspace": tenant.slug })).status).toBe(422);
  expect((await ask("?limit=501", { cookie, "x-workspace": tenant.slug })).status).toBe(422);
});
