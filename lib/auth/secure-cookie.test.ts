import { encode } from "next-auth/jwt";
import { expect, it, vi } from "vitest";
import { sessionIdFromCookie, sessionSecret } from "./index";

vi.stubEnv("NEXTAUTH_URL", "https://parley.example.test");

it("over https the session cookie is read under its secure name alone", async () => {
  const [sid, planted] = [crypto.randomUUID(), crypto.randomUUID()];
  const seal = (id: string) => encode({ token: { sid: id }, secret: sessionSecret() });
  const plain = `next-auth.session-token=${await seal(planted)}`;
  const secure = `__Secure-next-auth.session-token=${await seal(sid)}`;
  expect(await sessionIdFromCookie(plain)).toBeNull();
  expect(await sessionIdFromCookie(`${plain}; ${secure}`)).toBe(sid);
});
