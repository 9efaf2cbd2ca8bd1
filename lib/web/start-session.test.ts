import { describe, expect, it } from "vitest";
import { sessionOf } from "@/lib/auth";
import { editMe } from "@/lib/members";
import { makeTenant, password, startSession as startInBrowser } from "@/test/factories";
import { startSession } from "./start-session";

describe("a sign-in through next-auth", () => {
  it("ends the session that the browser had, also another person's, and no more", async () => {
    const { agent, admin } = await makeTenant();
    const [earlier, elsewhere] = [await startInBrowser(admin), await startInBrowser(admin)];
    const { id } = await startSession({ email: agent.email, password }, new Headers({ cookie: earlier.cookie }));
    expect(await sessionOf(id)).toMatchObject({ userId: agent.userId });
    expect(await sessionOf(earlier.sessionId)).toBeNull();
    expect(await sessionOf(elsewhere.sessionId)).not.toBeNull();
  });

  it("tells the language of the member's profile, for the pages to come", async () => {
    const { agent } = await makeTenant();
    await editMe(agent, { locale: "ar" });
    const { locale } = await startSession({ email: agent.email, password }, new Headers());
    expect(locale).toBe("ar");
  });

  it("that is refused ends nothing, and says why in a code", async () => {
    const { agent } = await makeTenant();
    const { cookie, sessionId } = await startInBrowser(agent);
    const attempt = startSession({ email: agent.email, password: "not the password" }, new Headers({ cookie }));
    await expect(attempt).rejects.toThrow("wrong_credentials:");
    expect(await sessionOf(sessionId)).not.toBeNull();
  });
});
