import { expect, test } from "vitest";
import { assignConversation } from "@/lib/conversations";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { listTypes } from "@/test/events";
import { dispatchIn, goes, makeDesk } from "@/test/routing";
import { acceptOffer } from "./accept";
import { declineOffer } from "./decline";
import { readMyOffer } from "./read-mine";

const ROUNDS = 6;

/** An agent who is being asked, and a colleague who is on a break. */
async function asked() {
  const desk = await makeDesk({ mode: "offer", offerSeconds: 30 });
  const [agent, colleague] = desk.team;
  if (!agent || !colleague) throw new Error("Nobody is there.");
  await goes(colleague, "break");
  const { id } = await makeConversation(desk, { departmentId: desk.departmentId });
  await dispatchIn(desk);
  const { offer } = await readMyOffer(agent);
  if (!offer) throw new Error("Nothing is offered.");
  return { desk, agent, colleague, conversationId: id, offerId: offer.id };
}

type Asked = Awaited<ReturnType<typeof asked>>;

/** Whoever accepted has it, by one assignment; whoever did not was told so. */
async function settled({ desk, agent, conversationId, offerId }: Asked, accepted: boolean) {
  const [row] = await ownerQuery<{ outcome: string; assignee_id: string | null; state: string }>(
    `select o.outcome, c.assignee_id, c.state from offers o join conversations c on c.id = o.conversation_id
     where o.id = $1`,
    [offerId],
  );
  const types = await listTypes(desk.tenantId, conversationId);
  expect(row?.outcome === "accepted").toBe(accepted);
  expect(row?.assignee_id === agent.id).toBe(accepted);
  expect(types.filter((type) => type === "conversation.offerEnded")).toHaveLength(1);
  expect(types.filter((type) => type === "conversation.assigned").length).toBeLessThanOrEqual(1);
  expect(row?.state).toBe(row?.assignee_id === null ? "queued" : "open");
  return row;
}

const over = expect.objectContaining({ code: "offer_over" });

/** Both at once; answers whether the offer was accepted. */
async function against({ agent, offerId }: Asked, other: () => Promise<unknown>): Promise<boolean> {
  const [accepting, meanwhile] = await Promise.allSettled([acceptOffer(agent, { offerId }), other()]);
  if (accepting.status === "rejected") expect(accepting.reason).toEqual(over);
  else if (meanwhile.status === "rejected") expect(meanwhile.reason).toMatchObject({ kind: "conflict" });
  return accepting.status === "fulfilled";
}

test("of who accepts and the clock that ends the offer one comes first, and the other changes nothing", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const scene = await asked();
    const accepted = await against(scene, () => dispatchIn(scene.desk, 31));
    await settled(scene, accepted);
  }
});

test("of who accepts and who makes the offer void by going one comes first", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const scene = await asked();
    const leave = async () => {
      await goes(scene.agent, "offline");
      await dispatchIn(scene.desk);
    };
    const accepted = await against(scene, leave);
    expect((await settled(scene, accepted))?.outcome).toBe(accepted ? "accepted" : "withdrawn");
  }
});

test("of who accepts and a colleague who claims one has it, and the offer ends", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const scene = await asked();
    const claim = { conversationId: scene.conversationId, assigneeId: "me" as const };
    const accepted = await against(scene, () => assignConversation(scene.colleague, claim));
    await dispatchIn(scene.desk);
    const row = await settled(scene, accepted);
    expect(row?.assignee_id).toBe(accepted ? scene.agent.id : scene.colleague.id);
  }
});

test("an offer that is accepted twice at once, or accepted and declined, has one answer", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const scene = await asked();
    const { agent, offerId } = scene;
    const other = round % 2 === 0 ? acceptOffer : declineOffer;
    const results = await Promise.allSettled([acceptOffer(agent, { offerId }), other(agent, { offerId })]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const failed = results.find((result) => result.status === "rejected");
    expect(failed?.reason).toEqual(over);
    await settled(scene, other === acceptOffer || results[0].status === "fulfilled");
  }
});
