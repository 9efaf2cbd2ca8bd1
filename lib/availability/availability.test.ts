import { expect, test } from "vitest";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { setAvailability } from "./index";

test("each change ends the state before it, so that the history has no gap", async () => {
  const { agent } = await makeTenant();
  await setAvailability(agent, { memberId: "me", state: "online" });
  await setAvailability(agent, { memberId: "me", state: "break", reason: "Lunch" });
  const rows = await ownerQuery<{ state: string; until: Date | null; since: Date }>(
    "select state, since, until from availability where member_id = $1 order by since",
    [agent.id],
  );
  expect(rows.map(({ state }) => state)).toEqual(["online", "break"]);
  expect(rows[0]?.until).toEqual(rows[1]?.since);
  expect(rows[1]?.until).toBeNull();
});

test("setting at once from many tabs leaves one present state", async () => {
  const { agent } = await makeTenant();
  const states = ["online", "busy", "online", "offline", "busy"] as const;
  await Promise.all(states.map((state) => setAvailability(agent, { memberId: "me", state })));
  const rows = await ownerQuery("select 1 from availability where member_id = $1 and until is null", [agent.id]);
  expect(rows).toHaveLength(1);
});

test("a manager sets another's availability, an agent only their own", async () => {
  const { agent, agent2, manager } = await makeTenant();
  expect(await setAvailability(manager, { memberId: agent.id, state: "offline" })).toMatchObject({
    memberId: agent.id,
  });
  await expect(setAvailability(agent, { memberId: agent2.id, state: "online" })).rejects.toMatchObject({
    kind: "forbidden",
  });
});

test("a member of another workspace is not found", async () => {
  const [{ owner }, stranger] = [await makeTenant(), await makeTenant()];
  await expect(setAvailability(owner, { memberId: stranger.agent.id, state: "online" })).rejects.toMatchObject({
    code: "member_not_found",
  });
});
