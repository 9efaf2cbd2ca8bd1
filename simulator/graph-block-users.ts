import { isBsuid, phoneDigits } from "./meta/addresses";
import { requireProduct } from "./meta/check-message";
import { statusError } from "./meta/graph-error";
import { type JsonObject, requireList, requireObject } from "./meta/parameters";
import type { Simulation } from "./simulation";
import type { PhoneNumber } from "./world/directory";
import type { Thread } from "./world/threads";

const activeMs = 24 * 3_600_000;

/** Blocks or unblocks. Only who wrote within 24 hours can be blocked; the others are named as failed. */
export function blockUsers(simulation: Simulation, phoneNumber: PhoneNumber, body: JsonObject, block: boolean): object {
  requireProduct(body);
  const done: object[] = [];
  const failed: object[] = [];
  for (const value of requireList(body.block_users, "block_users", { min: 1, max: 1_000 })) {
    const wanted = requireObject(value, "block_users[]");
    const input = String(wanted.user ?? wanted.user_id ?? "");
    const thread = findThread(simulation, phoneNumber, input);
    const names = isBsuid(input) ? { user_id: input } : { wa_id: phoneDigits(input) };
    const mayBlock = thread && simulation.now() - thread.lastWroteAt < activeMs;
    if (thread && (mayBlock || !block)) {
      thread.blocked = block;
      done.push({ input, ...names });
    } else {
      const { code, message, error_data } = statusError(thread ? 139101 : 139103);
      failed.push({ input, ...names, errors: [{ message: `(#${code}) ${message}`, code, error_data }] });
    }
  }
  const list = block ? { added_users: done } : { removed_users: done };
  if (failed.length === 0) return { messaging_product: "whatsapp", block_users: list };
  const details = "Failed to block some users, see the block_users response list for details";
  return {
    messaging_product: "whatsapp",
    block_users: { ...list, failed_users: failed },
    errors: [{ message: "(#139100) Failed to block some users", code: 139100, error_data: { details } }],
  };
}

export function listBlockedUsers(simulation: Simulation, phoneNumber: PhoneNumber): object {
  const blocked = simulation.world.threads.listOf(phoneNumber.id, 64_000).filter((thread) => thread.blocked);
  return {
    data: blocked.map(({ person }) => ({
      messaging_product: "whatsapp",
      ...(person.showsPhone ? { wa_id: person.phone } : {}),
      user_id: person.userId,
    })),
    paging: { cursors: {} },
  };
}

function findThread(simulation: Simulation, phoneNumber: PhoneNumber, input: string): Thread | undefined {
  const { people, threads } = simulation.world;
  const digits = phoneDigits(input);
  const person = digits
    ? people.findByPhone(phoneNumber.wabaId, digits)
    : people.findByUserId(phoneNumber.wabaId, input);
  return person && threads.open(phoneNumber.id, person);
}
