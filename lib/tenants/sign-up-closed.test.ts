import { expect, it } from "vitest";
import { nobody } from "@/lib/auth";
import { signUp, TERMS_VERSION } from "./index";

it("where sign-up is closed nobody signs up, and is told whom to ask", async () => {
  const input = {
    workspaceName: "Shop",
    name: "Ada",
    email: "ada@example.test",
    password: "seven green bicycles",
    termsVersion: TERMS_VERSION,
  };
  await expect(signUp(input, nobody)).rejects.toMatchObject({
    kind: "refused",
    code: "sign_up_closed",
    nextStep: expect.stringContaining("operator"),
  });
});
