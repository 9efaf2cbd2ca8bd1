import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { makeTenant } from "@/test/factories";
import { signIn } from "@/test/realtime";
import { admit, MOST_SOCKETS_A_USER } from "./admit";
import type { RealtimeSocket } from "./protocol";

/** A socket as far as admission sees it, before the server lists it anywhere. */
function socketOf(cookie: string) {
  const conn = Object.assign(new EventEmitter(), { readyState: "open" });
  const parts = { conn, data: {}, handshake: { headers: { cookie } } };
  return { conn, socket: Object.assign(new EventEmitter(), parts) as unknown as RealtimeSocket };
}

it("of many sockets of one user that come at once, no more than their share are let in, until one goes", async () => {
  const tenant = await makeTenant();
  const { cookie } = await signIn(tenant.agent);
  const gate = admit();
  const enter = ({ socket }: ReturnType<typeof socketOf>) =>
    new Promise<string>((resolve) => void gate(socket, (error) => resolve(error?.message ?? "in")));
  const sockets = Array.from({ length: MOST_SOCKETS_A_USER + 20 }, () => socketOf(cookie));
  const words = await Promise.all(sockets.map(enter));
  expect(words.filter((word) => word === "in")).toHaveLength(MOST_SOCKETS_A_USER);
  expect(words.filter((word) => word === "too_many_sockets")).toHaveLength(20);

  sockets[words.indexOf("in")]?.conn.emit("close");
  expect(await Promise.all([enter(socketOf(cookie)), enter(socketOf(cookie))])).toEqual(
    expect.arrayContaining(["in", "too_many_sockets"]),
  );
});

it("a socket that has gone before it is let in takes no place", async () => {
  const tenant = await makeTenant();
  const { cookie } = await signIn(tenant.agent);
  const gate = admit();
  const { conn, socket } = socketOf(cookie);
  conn.readyState = "closed";
  expect(await new Promise((resolve) => void gate(socket, (error) => resolve(error?.message)))).toBe("gone");
  expect(conn.listenerCount("close")).toBe(0);
});
