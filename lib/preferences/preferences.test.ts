import { expect, test } from "vitest";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { editPreferences, readPreferences } from "./index";
import { EditPreferences } from "./schemas";
import { defaultPreferences } from "./types";

test("who has chosen nothing has everything as it comes", async () => {
  const { agent } = await makeTenant();
  expect(await readPreferences(agent)).toEqual(defaultPreferences);
});

test("what is named changes, the rest stays, and nobody else's does", async () => {
  const { agent, agent2 } = await makeTenant();
  const quiet = { desktop: false, sound: false, push: false };
  await editPreferences(agent, { keys: { resolve: "y" }, awayAfterMinutes: 30 });
  await editPreferences(agent, { notices: { unassigned: quiet } });
  await editPreferences(agent, { density: "compact", noticesSetUp: true });
  expect(await readPreferences(agent)).toEqual({
    keys: { resolve: "y" },
    notices: { ...defaultPreferences.notices, unassigned: quiet },
    density: "compact",
    awayAfterMinutes: 30,
    noticesSetUp: true,
  });
  expect(await readPreferences(agent2)).toEqual(defaultPreferences);
});

test("changes of two kinds of notification at once are both kept", async () => {
  const { agent } = await makeTenant();
  const loud = { desktop: true, sound: true, push: true };
  await Promise.all([
    editPreferences(agent, { notices: { unassigned: loud } }),
    editPreferences(agent, { notices: { mine: { ...loud, sound: false } } }),
  ]);
  const { notices } = await readPreferences(agent);
  expect(notices).toMatchObject({ unassigned: loud, mine: { sound: false } });
});

test("a change is told to the member's other pages, and says nothing of what was chosen", async () => {
  const { agent } = await makeTenant();
  await editPreferences(agent, { keys: { resolve: "y" } });
  const events = await ownerQuery(
    "select member_id, payload from events where type = 'preferences.changed' and tenant_id = $1",
    [agent.tenantId],
  );
  expect(events).toEqual([{ member_id: agent.id, payload: {} }]);
});

test.each([{ resolve: "y", assign: "Y" }, { resolve: "" }, { resolve: "a b c" }])(
  "keys such as %j are refused",
  (keys) => {
    expect(EditPreferences.input.safeParse({ keys }).success).toBe(false);
  },
);

test.each([{ resolve: "Mod+Shift+k" }, { resolve: "g x", assign: null }, { resolve: "?" }])(
  "keys such as %j are kept",
  (keys) => {
    expect(EditPreferences.input.safeParse({ keys }).success).toBe(true);
  },
);
