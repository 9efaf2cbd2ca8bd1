import { describe, expect, it } from "vitest";
import { POST as accept } from "@/app/api/account/invitation/route";
import { POST as requestReset } from "@/app/api/account/password-reset/route";
import { getUserByEmailOrNull } from "@/lib/auth";
import { createInvitation } from "@/lib/members";
import { makeTenant } from "@/test/factories";

const post = (body: string, headers: Record<string, string> = { "content-type": "application/json" }) =>
  new Request("http://127.0.0.1:3000/api/account/x", { method: "POST", body, headers });

describe("a form of somebody who is not signed in", () => {
  it("is answered the same for an account and for none", async () => {
    const { agent } = await makeTenant();
    const answers = await Promise.all(
      [agent.email, "nobody@example.test"].map(async (email) => {
        const response = await requestReset(post(JSON.stringify({ email })));
        return { status: response.status, body: await response.text() };
      }),
    );
    expect(answers[0]).toEqual({ status: 200, body: "{}" });
    expect(answers[1]).toEqual(answers[0]);
  });

  it("is refused beside the field that does not fit", async () => {
    const { admin } = await makeTenant();
    const { link } = await createInvitation(admin, { email: "x@example.test", role: "agent", departmentIds: [] });
    const token = link.split("/").at(-1);
    const response = await accept(post(JSON.stringify({ token, name: "Ada", password: "1234567890" })));
    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ code: "weak_password", fields: [{ path: "password" }] });
  });

  it("makes an account that speaks the language of the page", async () => {
    const { admin } = await makeTenant();
    const localeOf = async (email: string, headers: Record<string, string>) => {
      const { link } = await createInvitation(admin, { email, role: "agent", departmentIds: [] });
      const body = JSON.stringify({ token: link.split("/").at(-1), name: "Ada", password: "seven green bicycles" });
      await accept(post(body, { "content-type": "application/json", ...headers }));
      return (await getUserByEmailOrNull(email))?.locale;
    };
    expect(await localeOf("kept@example.test", { cookie: "a=b; locale=ar", "accept-language": "es" })).toBe("ar");
    expect(await localeOf("asked@example.test", { "accept-language": "fr, es-MX;q=0.8" })).toBe("es");
    expect(await localeOf("none@example.test", {})).toBe("en");
  });

  it.each([
    ["no JSON", post("{")],
    ["no object", post("[]")],
    ["another content type", post("email=a", { "content-type": "application/x-www-form-urlencoded" })],
    ["nothing", post("{}")],
  ])("with %s is refused", async (_, request) => {
    expect((await requestReset(request)).status).toBe(422);
  });
});
