import { expect, it } from "vitest";
import { authHandler } from "./next-auth";

it("nobody can write into our log by next-auth's own way", async () => {
  const request = new Request("http://127.0.0.1:3000/api/auth/%5Flog", { method: "POST", body: "{}" });
  const response = await authHandler(request, { params: Promise.resolve({ nextauth: ["_log"] }) });
  expect(response.status).toBe(404);
});
