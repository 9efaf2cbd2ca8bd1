import { describe, expect, it } from "vitest";
import { createApiKey, sessionOf } from "@/lib/auth";
import { makeTenant, startSession } from "@/test/factories";
import { actorOf } from "./session";
import { signOut } from "./sign-out";

const request = (headers: Record<string, string>, method = "GET") =>
  new Request("http://127.0.0.1:3000/api/v1/me", { headers, method });

describe("a request of the API", () => {
  it("with a session and a workspace is its member", async () => {
    const { agent, slug } = await makeTenant();
    const { cookie, sessionId } = await startSession(agent);
    expect(await actorOf(request({ cookie, "x-workspace": slug }))).toMatchObject({ id: agent.id, sessionId });
  });

  it("with a session and a workspace of others finds none", async () => {
    const [{ agent }, other] = [await makeTenant(), await makeTenant()];
    const { cookie } = await startSession(agent);
    const asked = actorOf(request({ cookie, "x-workspace": other.slug }));
    await expect(asked).rejects.toMatchObject({ kind: "not_found", code: "workspace_not_found" });
  });

  it("with a session but no workspace is told to name one", async () => {
    const { cookie } = await startSession((await makeTenant()).agent);
    await expect(actorOf(request({ cookie }))).rejects.toMatchObject({ code: "workspace_missing" });
  });

  it("with a key is that key in its own workspace, whatever else it brings", async () => {
    const [one, other] = [await makeTenant(), await makeTenant()];
    const { key, apiKey } = await createApiKey(one.admin, { name: "a", role: "admin", scopes: null });
    const { cookie } = await startSession(other.owner);
    const headers = { authorization: `Bearer ${key}`, cookie, "x-workspace": other.slug };
    expect(await actorOf(request(headers))).toMatchObject({ kind: "api_key", id: apiKey.id, tenantId: one.tenantId });
  });

  it.each([
    ["nothing", {}],
    ["a key that is none", { authorization: "Bearer parley_x" }],
    ["another scheme", { authorization: "Basic YTpi" }],
    ["a cookie that is not ours", { cookie: "next-auth.session-token=abc", "x-workspace": "demo" }],
  ])("with %s is nobody's", async (_, headers) => {
    await expect(actorOf(request(headers))).rejects.toMatchObject({ kind: "unauthenticated" });
  });
});

describe("signing out", () => {
  it("ends the session and its cookie, and leads to the sign-in", async () => {
    const { cookie, sessionId } = await startSession((await makeTenant()).agent);
    const response = await signOut(request({ cookie }, "POST"));
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/sign-in");
    expect(response.headers.getSetCookie().every((each) => each.includes("Max-Age=0"))).toBe(true);
    expect(await sessionOf(sessionId)).toBeNull();
  });

  it("without a session does no harm", async () => {
    expect((await signOut(request({}, "POST"))).status).toBe(303);
  });
});
