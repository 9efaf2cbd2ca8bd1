import { expect, it, vi } from "vitest";
import { inviteMember, readInvitation } from "@/lib/members";
import { makeTenant } from "@/test/factories";

vi.stubEnv("PARLEY_MODE", "serve");

it("where no mail is set up the inviter gets the link", async () => {
  const { admin } = await makeTenant();
  const email = "new@example.test";
  const { link } = await inviteMember(admin, { email, role: "agent", departmentIds: [] });
  const token = new URL(link ?? "").pathname.split("/").at(-1) ?? "";
  expect(await readInvitation(token)).toMatchObject({ email });
});
