import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channel, customer, hello, type Rig, startRig } from "./test-rig";

type Entry = {
  id: string;
  tick: string;
  reactions: Record<string, string>;
  rendered?: { body: string };
  quotes?: string;
};
type Customer = {
  key: string;
  personaId?: string;
  phone?: string;
  username?: string;
  userId: string;
  typingUntil: number;
  entries: Entry[];
};

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const customers = async (): Promise<Customer[]> => (await rig.call("GET", "/phone/state")).json().customers;
async function persona(id: string): Promise<Customer> {
  const found = (await customers()).find(({ personaId }) => personaId === id);
  if (!found) throw new Error(`${id} is not in the phone.`);
  return found;
}
const type = async (who: string, message: object) =>
  (await rig.call("POST", "/phone/messages", { customer: (await persona(who)).key, message })).json().id as string;
const entryOf = async (who: string, id: string) => (await persona(who)).entries.find((entry) => entry.id === id);

describe("the phone", () => {
  it("offers a customer for each way of being addressed", async () => {
    const shown = (await customers()).map(({ phone, username }) => [Boolean(phone), Boolean(username)]);
    expect(shown).toEqual(
      expect.arrayContaining([
        [true, false],
        [true, true],
        [false, true],
      ]),
    );
  });

  it("serves its page and nothing outside its folder", async () => {
    const page = await rig.call("GET", "/");
    expect(page.text).toContain("The customer's phone");
    expect((await rig.call("GET", "/phone/main.js")).status).toBe(200);
    expect((await rig.call("GET", "/phone/..%2findex.ts")).status).toBe(404);
  });

  it("shows one's own message as delivered once the webhook got 200, and read when the business says so", async () => {
    rig.receiver.answers.push(503);
    const id = await type("amelia", hello);
    await expect.poll(async () => (await entryOf("amelia", id))?.tick).toBe("delivered");
    const read = { status: "read", message_id: id, typing_indicator: { type: "text" } };
    expect((await rig.send(read)).body).toEqual({ success: true });
    expect((await entryOf("amelia", id))?.tick).toBe("read");
    expect((await persona("amelia")).typingUntil).toBeGreaterThan(Date.now());
  });

  it("shows what the business sends: reactions on their message, templates filled in", async () => {
    const id = await type("layla", hello);
    const to = (await persona("layla")).phone;
    await rig.send({ to, type: "reaction", reaction: { message_id: id, emoji: "👍" } });
    expect((await entryOf("layla", id))?.reactions.business).toBe("👍");
    await rig.send({ to, type: "reaction", reaction: { message_id: id, emoji: "" } });
    expect((await entryOf("layla", id))?.reactions.business).toBeUndefined();
    const parameters = [{ type: "text", text: "1042" }];
    const template = { name: "delivery_update", language: { code: "ar" }, components: [{ type: "body", parameters }] };
    await rig.send({ to, type: "template", template, context: { message_id: id } });
    const last = (await persona("layla")).entries.at(-1);
    expect(last?.rendered?.body).toContain("1042");
    expect(last?.quotes).toBe(id);
  });

  it("a customer with a username alone writes without a phone", async () => {
    const id = await type("river", hello);
    await expect.poll(() => rig.messages().find((message) => message.id === id)).toBeDefined();
    expect(rig.messages().find((message) => message.id === id)).not.toHaveProperty("from");
  });

  it("shows customers who wrote by the control API too", async () => {
    await rig.write(hello, { from: customer, name: "Testa Sample" });
    expect((await customers()).map(({ phone }) => phone)).toContain(customer);
  });

  it("a page of another origin is refused", async () => {
    const answer = await fetch(`${rig.simulator.url}/phone/state`, { headers: { Origin: "https://example.com" } });
    expect(answer.status).toBe(403);
  });
});

describe("an open phone", () => {
  it("gets news at once, and reads only what is looked at", async () => {
    const lucia = await persona("lucia");
    await type("lucia", hello);
    const page = new AbortController();
    const stream = await fetch(`${rig.simulator.url}/phone/events?to=${channel.phoneNumberId}`, {
      signal: page.signal,
    });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const wamid = (await rig.send({ to: lucia.phone, text: { body: "Hola" } })).body.messages[0].id;
    let heard = "";
    while (!heard.includes(wamid)) heard += (await reader?.read())?.value ?? "";
    await expect.poll(() => rig.statusesOf(wamid)).toHaveLength(2);
    const other = (await rig.send({ to: customer, text: { body: "Nobody plays me" } })).body.messages[0].id;
    await expect.poll(() => rig.statusesOf(other)).toHaveLength(3);
    expect(rig.statusesOf(wamid)).toHaveLength(2);
    await rig.call("POST", "/phone/looks", { customer: lucia.key });
    await expect
      .poll(() =>
        rig
          .statusesOf(wamid)
          .map(({ status }) => status)
          .sort(),
      )
      .toEqual(["delivered", "read", "sent"]);
    page.abort();
  });
});
