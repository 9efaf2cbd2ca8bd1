import { expect, test } from "vitest";
import { makeTenant } from "@/test/factories";
import { editMe, readMe } from "./index";

test("how long sending can be undone is a member's own, and starts at not at all", async () => {
  const { agent, agent2 } = await makeTenant();
  expect(await readMe(agent)).toMatchObject({ undoSeconds: 0 });
  expect(await editMe(agent, { undoSeconds: 5 })).toMatchObject({ undoSeconds: 5 });
  expect(await readMe(agent)).toMatchObject({ undoSeconds: 5 });
  expect(await readMe(agent2)).toMatchObject({ undoSeconds: 0 });
});

test("another change of the profile leaves it as it is", async () => {
  const { agent } = await makeTenant();
  await editMe(agent, { undoSeconds: 10 });
  expect(await editMe(agent, { theme: "dark" })).toMatchObject({ undoSeconds: 10 });
});
