import { afterAll, beforeAll, expect, test } from "vitest";
import { replaceChannelToken } from "@/lib/channels";
import { newId } from "@/lib/ids";
import type { Loop } from "@/lib/jobs";
import { sendMessage, startSending } from "@/lib/messages";
import type { RunningSimulator } from "@/simulator";
import { ownerQuery } from "@/test/database";
import {
  control,
  eventsOf,
  eventually,
  makeScene,
  readOf,
  registerChannel,
  reportAll,
  startMeta,
  statusOf,
  textTo,
  wordsSent,
} from "@/test/sending";

let simulator: RunningSimulator;
let sending: Loop;

beforeAll(async () => {
  simulator = await startMeta();
  sending = startSending();
});

afterAll(async () => {
  await sending.stop();
  await simulator.close();
});

test("a dead token stops sending, statuses still come in, and a new token lets everything leave", async () => {
  const scene = await makeScene(simulator);
  const { channel, customer } = scene;
  const before = await sendMessage(scene.agent, textTo(customer, "before"));
  await eventually(statusOf(scene.agent, before)).toBe("accepted");
  await control(simulator, "tokens", { token: channel.token, state: "expired" });
  const waiting = await sendMessage(scene.agent, textTo(customer, "waiting"));
  const stoppedCode = () => ownerQuery("select state, stopped_code from channels where id = $1", [channel.id]);
  await eventually(stoppedCode).toEqual([{ state: "stopped", stopped_code: 190 }]);
  expect(await eventsOf(scene)).toContain("channel.stopped");
  expect((await readOf(scene.agent, waiting)).status).toBe("queued");
  await expect(sendMessage(scene.agent, textTo(customer))).rejects.toMatchObject({ code: "channel_stopped" });
  await reportAll(simulator, scene, "read");
  expect((await readOf(scene.agent, before)).status).toBe("read");

  const token = `EAAG${newId()}`;
  await registerChannel(simulator, { ...channel, token });
  const restarted = await replaceChannelToken(scene.admin, { channelId: channel.id, token });
  expect(restarted).toMatchObject({ state: "active", stopped: null });
  await eventually(statusOf(scene.agent, waiting)).toBe("accepted");
  expect(await wordsSent(simulator, scene)).toEqual(["before", "waiting"]);
});

test("what waited behind a dead token past its window is not sent late", async () => {
  const scene = await makeScene(simulator);
  await control(simulator, "tokens", { token: scene.channel.token, state: "expired" });
  const message = await sendMessage(scene.agent, textTo(scene.customer));
  await eventually(() => ownerQuery("select state from channels where id = $1", [scene.channel.id])).toEqual([
    { state: "stopped" },
  ]);
  await ownerQuery("update service_windows set opened_at = now() - interval '2 days' where tenant_id = $1", [
    scene.tenantId,
  ]);
  await ownerQuery("update outbox set expires_at = now() where tenant_id = $1", [scene.tenantId]);
  await eventually(() => readOf(scene.agent, message)).toMatchObject({
    status: "failed",
    failure: { code: "window_closed" },
  });
});
