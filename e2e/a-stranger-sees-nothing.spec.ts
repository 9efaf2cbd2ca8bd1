import { conversationIdOf, signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

test.use({ expectedErrors: ["404", "401"] });

test("a stranger sees nothing: not by link, not by the API, not by a socket", async ({ browser, server }) => {
  const secret = `heliotrope-${Date.now()}`;
  const customer = newCustomer(server.simulatorUrl, "Orla Finch");
  const agent = await signInAs(browser, server, "lena@demo.example");
  const stranger = await signInAs(browser, server, "owner@other.example");
  const frames: string[] = [];
  stranger.page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => frames.push(String(payload))));
  await stranger.page.goto("/other/inbox");
  await customer.says(secret);
  await agent.opens("Unassigned", customer.name);
  await agent.sees(secret);
  const link = new URL(agent.page.url()).pathname;
  const conversationId = conversationIdOf(agent.page);

  await stranger.page.goto(link);
  await expect(stranger.page.locator("body")).not.toContainText(secret);
  await stranger.page.goto(`/other/inbox/${conversationId}`);
  await expect(stranger.page.getByText("This conversation is not there")).toBeVisible();
  for (const workspace of ["demo", "other"]) {
    for (const path of ["", "/messages"]) {
      const answer = await stranger.page.request.get(`/api/v1/conversations/${conversationId}${path}`, {
        headers: { "x-workspace": workspace },
      });
      expect(answer.status()).toBe(404);
    }
  }
  const list = await stranger.page.request.get("/api/v1/conversations", { headers: { "x-workspace": "other" } });
  expect(await list.text()).not.toContain(secret);
  expect(frames.join("\n")).not.toContain(conversationId);
});

test("somebody who is not signed in gets no page and no data", async ({ page }) => {
  await page.goto("/demo/inbox");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  expect((await page.request.get("/api/v1/conversations", { headers: { "x-workspace": "demo" } })).status()).toBe(401);
});
