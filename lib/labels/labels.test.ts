import { expect, test } from "vitest";
import { labelConversation, listConversations, readConversation } from "@/lib/conversations";
import { ListConversations } from "@/lib/conversations/schemas";
import { newId } from "@/lib/ids";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { listTypes } from "@/test/events";
import { makeTenant } from "@/test/factories";
import { createLabel, deleteLabel, editLabel, listLabels } from "./index";

const page = { limit: 50 };

test("names that read the same are one label, in one workspace", async () => {
  const [tenant, other] = [await makeTenant(), await makeTenant()];
  await createLabel(tenant.manager, { name: "Réturns", colour: "red" });
  const again = createLabel(tenant.manager, { name: "RETURNS", colour: "blue" });
  await expect(again).rejects.toMatchObject({ kind: "conflict", code: "label_name_taken" });
  await createLabel(other.manager, { name: "Returns", colour: "blue" });
  expect((await listLabels(tenant.agent, page)).items).toMatchObject([{ name: "Réturns", colour: "red" }]);
});

test("labels stand on the card by name, follow a new name, and go with the label", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id: conversationId } = await makeConversation(tenant);
  const vip = await createLabel(tenant.manager, { name: "VIP", colour: "purple" });
  const order = await createLabel(tenant.manager, { name: "Order", colour: "teal" });
  const labelled = await labelConversation(tenant.agent, { conversationId, add: [vip.id, order.id], remove: [] });
  expect(labelled.labels).toEqual([order, vip]);
  await editLabel(tenant.manager, { labelId: vip.id, name: "Very important" });
  await deleteLabel(tenant.manager, { labelId: order.id });
  const { labels } = await readConversation(tenant.agent, { conversationId });
  expect(labels).toEqual([{ ...vip, name: "Very important" }]);
  expect(await listTypes(tenant.tenantId, conversationId)).toEqual(["conversation.labelled"]);
});

test("the log says which labels came and went, by name and by id, and says nothing where nothing changed", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id: conversationId } = await makeConversation(tenant);
  const [a, b] = [
    await createLabel(tenant.manager, { name: "A", colour: "grey" }),
    await createLabel(tenant.manager, { name: "B", colour: "grey" }),
  ];
  await labelConversation(tenant.agent, { conversationId, add: [a.id], remove: [] });
  await labelConversation(tenant.agent, { conversationId, add: [b.id], remove: [a.id] });
  await labelConversation(tenant.agent, { conversationId, add: [b.id], remove: [a.id] });
  const told = await ownerQuery<{ payload: unknown }>(
    "select payload from events where tenant_id = $1 and type = 'conversation.labelled' order by seq",
    [tenant.tenantId],
  );
  expect(told.map(({ payload }) => payload)).toEqual([
    { added: ["A"], addedIds: [a.id], removed: [], removedIds: [] },
    { added: ["B"], addedIds: [b.id], removed: ["A"], removedIds: [a.id] },
  ]);
});

test("a list can be asked for one label", async () => {
  const tenant = await makeTenant({ channel: true });
  const [with1, without] = [await makeConversation(tenant), await makeConversation(tenant)];
  const label = await createLabel(tenant.manager, { name: "Order", colour: "teal" });
  await labelConversation(tenant.agent, { conversationId: with1.id, add: [label.id], remove: [] });
  const asked = ListConversations.input.parse({ labelId: label.id });
  const ids = (await listConversations(tenant.owner, asked)).items.map(({ id }) => id);
  expect(ids).toEqual([with1.id]);
  expect(ids).not.toContain(without.id);
});

test("a label of another workspace, or one that is gone, cannot be put on", async () => {
  const [tenant, stranger] = [await makeTenant({ channel: true }), await makeTenant()];
  const { id: conversationId } = await makeConversation(tenant);
  const theirs = await createLabel(stranger.manager, { name: "Theirs", colour: "pink" });
  for (const labelId of [theirs.id, newId()]) {
    const put = labelConversation(tenant.owner, { conversationId, add: [labelId], remove: [] });
    await expect(put).rejects.toMatchObject({ code: "label_not_found" });
  }
  await expect(deleteLabel(tenant.owner, { labelId: theirs.id })).rejects.toMatchObject({ code: "label_not_found" });
});

test("an agent puts labels on but does not make them", async () => {
  const tenant = await makeTenant();
  const made = createLabel(tenant.agent, { name: "Mine", colour: "grey" });
  await expect(made).rejects.toMatchObject({ kind: "forbidden" });
});
