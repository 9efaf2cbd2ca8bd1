import { expect, it } from "vitest";
import { makeTenant } from "@/test/factories";
import { signIn } from "@/test/realtime";
import type { RealtimeSocket } from "./protocol";
import { recheck } from "./recheck";

/** A socket as far as the check sees it. */
function socketOf(sessionId: string, subscription: RealtimeSocket["data"]["subscription"]) {
  const did: string[] = [];
  const note = (what: string) => () => void did.push(what);
  const actions = { join: note("join"), leave: note("leave"), emit: note("emit"), disconnect: note("disconnect") };
  const socket = { data: { sessionId, subscription }, disconnected: false, ...actions } as unknown as RealtimeSocket;
  return { socket, did };
}

it("a socket that moves to another workspace while it is asked about keeps what it has there", async () => {
  const [tenant, other] = [await makeTenant(), await makeTenant()];
  const { sessionId } = await signIn(tenant.agent);
  const stays = socketOf(sessionId, { workspace: tenant.slug, actor: tenant.owner });
  const moves = socketOf(sessionId, { workspace: tenant.slug, actor: tenant.owner });
  const checked = recheck([stays.socket, moves.socket]);
  moves.socket.data.subscription = { workspace: other.slug, actor: other.owner };
  await checked;
  expect(stays.socket.data.subscription?.actor.id).toBe(tenant.agent.id);
  expect(moves.socket.data.subscription?.actor.id).toBe(other.owner.id);
  expect(moves.did).toEqual([]);
});

it("a socket that moves away is not cut for a membership that it no longer speaks for", async () => {
  const [tenant, other] = [await makeTenant(), await makeTenant()];
  const { sessionId } = await signIn(tenant.agent);
  const moves = socketOf(sessionId, { workspace: other.slug, actor: other.owner });
  const stays = socketOf(sessionId, { workspace: other.slug, actor: other.owner });
  const checked = recheck([moves.socket, stays.socket]);
  moves.socket.data.subscription = { workspace: tenant.slug, actor: tenant.agent };
  await checked;
  expect(stays.did).toEqual(["disconnect"]);
  expect(moves.did).toEqual([]);
});
