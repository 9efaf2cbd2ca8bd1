import { expect, it, vi } from "vitest";
import { inviteMember, listInvitations } from "@/lib/members";
import { makeTenant } from "@/test/factories";

// The discard port: nobody takes mail there.
vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:9");

it("an invitation that cannot be mailed is withdrawn, and the inviter is told instead of given the link", async () => {
  const { admin } = await makeTenant();
  const attempt = inviteMember(admin, { email: "new@example.test", role: "agent", departmentIds: [] });
  await expect(attempt).rejects.toMatchObject({ kind: "unavailable", code: "mail_not_sent" });
  expect((await listInvitations(admin, { limit: 50 })).items).toEqual([]);
});
