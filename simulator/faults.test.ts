import { afterAll, beforeAll, expect, it } from "vitest";
import { channel, hello, type Rig, startRig } from "./test-rig";

let rig: Rig;
let made = 0;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

/** A customer of one's own, so that no fault strikes another test. */
async function withFault(fault: string, times = 1) {
  made += 1;
  const to = `1650555${String(made).padStart(4, "0")}`;
  await rig.write(hello, { from: to });
  const ordered = await rig.control("POST", "faults", { match: { path: "/messages", to: `+${to}` }, times, fault });
  expect(ordered.status).toBe(200);
  const body = { messaging_product: "whatsapp", to, text: { body: "Hi" } };
  const send = (signal?: AbortSignal) =>
    fetch(`${rig.simulator.url}/v25.0/${channel.phoneNumberId}/messages`, {
      method: "POST",
      headers: { Authorization: `Bearer ${channel.token}`, "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal,
    });
  const accepted = async () => (await rig.control("GET", `sent?to=${to}`)).body;
  return { send, accepted };
}

it.each([
  ["error:131047", 400, 131047],
  ["error:190", 401, 190],
  ["error:130429", 400, 130429],
  ["error:2", 503, 2],
])("%s answers as Meta, as often as ordered and not once more", async (fault, status, code) => {
  const { send, accepted } = await withFault(fault, 2);
  for (const _ of [1, 2]) {
    const answer = await send();
    expect([answer.status, (await answer.json()).error.code]).toEqual([status, code]);
  }
  expect(await accepted()).toEqual([]);
  expect((await send()).status).toBe(200);
});

it("http:500 answers with a page and accepts nothing", async () => {
  const { send, accepted } = await withFault("http:500");
  const answer = await send();
  expect(answer.status).toBe(500);
  expect(await answer.text()).toContain("<html>");
  expect(await accepted()).toEqual([]);
});

it("timeout never answers and accepts nothing", async () => {
  const { send, accepted } = await withFault("timeout");
  await expect(send(AbortSignal.timeout(150))).rejects.toThrow(/timeout|aborted/i);
  expect(await accepted()).toEqual([]);
});

it("timeout-after-accept never answers, and the message is on its way", async () => {
  const { send, accepted } = await withFault("timeout-after-accept");
  await expect(send(AbortSignal.timeout(150))).rejects.toThrow(/timeout|aborted/i);
  expect(await accepted()).toHaveLength(1);
});

it("reset-after-accept breaks the connection, and statuses follow", async () => {
  const { send, accepted } = await withFault("reset-after-accept");
  await expect(send()).rejects.toThrow();
  const [{ wamid }] = await accepted();
  await expect.poll(() => rig.statusesOf(wamid)).toHaveLength(3);
});

it("bad-json accepts and answers 200 with half an answer", async () => {
  const { send, accepted } = await withFault("bad-json");
  const answer = await send();
  expect(answer.status).toBe(200);
  await expect(answer.json()).rejects.toThrow();
  expect(await accepted()).toHaveLength(1);
});

it("slow answers late and right", async () => {
  const { send } = await withFault("slow:120");
  const start = performance.now();
  expect((await send()).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(110);
});

it("status:131049 accepts and fails later", async () => {
  const { send, accepted } = await withFault("status:131049");
  expect((await send()).status).toBe(200);
  const [{ wamid }] = await accepted();
  await expect.poll(() => rig.statusesOf(wamid).map(({ status }) => status)).toEqual(["failed"]);
});

it("faults can be seen, and taken back one by one", async () => {
  const fault = { match: { path: "/nowhere" }, times: 3, fault: "timeout" };
  const { body } = await rig.control("POST", "faults", fault);
  expect((await rig.control("GET", "faults")).body).toContainEqual({ ...fault, id: body.id });
  expect((await rig.control("DELETE", `faults?id=${body.id}`)).body).toEqual({ removed: 1 });
  expect((await rig.control("GET", "faults")).body).toEqual([]);
});

it.each(["error", "error:x", "http:99", "explode"])("the fault %s is refused", async (fault) => {
  const { status, body } = await rig.control("POST", "faults", { fault });
  expect(status).toBe(400);
  expect(body.error).toContain("fault: One of");
});
