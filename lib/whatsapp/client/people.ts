import type { JsonObject } from "@/lib/whatsapp/types";
import { asObject, asText } from "@/lib/whatsapp/webhook/lenient";
import { callGraph, type GraphAccess, segment } from "./call";
import type { GraphResult } from "./result";

/** Makes Meta forget the link between a phone and a BSUID; part of an erasure. */
export async function deleteContactBookEntry(
  access: GraphAccess,
  phoneNumberId: string,
  bsuid: string,
): Promise<GraphResult<{ deleted: boolean }>> {
  const path = `${segment(phoneNumberId)}/contact_book`;
  const query = { messaging_product: "whatsapp", bsuid };
  return callGraph(access, { method: "DELETE", path, query }, (body) => ({
    deleted: body.deleted === true || body.success === true,
  }));
}

export type BlockTarget = { phone: string } | { bsuid: string };

/** `blocked` and `failed` hold what was given: the phone with its plus, or the BSUID. */
export type BlockOutcome = { blocked: string[]; failed: { input: string; code: number | null }[] };

/** Only people who wrote within the last 24 hours can be blocked, and they get no notice. */
export async function blockUsers(
  access: GraphAccess,
  phoneNumberId: string,
  targets: BlockTarget[],
): Promise<GraphResult<BlockOutcome>> {
  return changeBlocks(access, "POST", phoneNumberId, targets);
}

export async function unblockUsers(
  access: GraphAccess,
  phoneNumberId: string,
  targets: BlockTarget[],
): Promise<GraphResult<BlockOutcome>> {
  return changeBlocks(access, "DELETE", phoneNumberId, targets);
}

async function changeBlocks(
  access: GraphAccess,
  method: "POST" | "DELETE",
  phoneNumberId: string,
  targets: BlockTarget[],
): Promise<GraphResult<BlockOutcome>> {
  const block_users: JsonObject[] = targets.map(
    (target): JsonObject =>
      "bsuid" in target ? { user_id: target.bsuid } : { user: `+${target.phone.replace(/^\+/, "")}` },
  );
  const json = { messaging_product: "whatsapp", block_users };
  const path = `${segment(phoneNumberId)}/block_users`;
  return callGraph(access, { method, path, json }, (body) => readOutcome(asObject(body.block_users) ?? {}));
}

function readOutcome(answer: JsonObject): BlockOutcome {
  const done = usersOf(answer.added_users ?? answer.removed_users);
  const failed = usersOf(answer.failed_users);
  return {
    blocked: done.map(inputOf),
    failed: failed.map((user) => ({ input: inputOf(user), code: codeOf(user.errors) })),
  };
}

function usersOf(value: JsonObject[string] | undefined): JsonObject[] {
  return Array.isArray(value) ? value.map(asObject).filter((user) => user !== null) : [];
}

function inputOf(user: JsonObject): string {
  return asText(user.input) ?? asText(user.user_id) ?? asText(user.wa_id) ?? "";
}

function codeOf(errors: JsonObject[string] | undefined): number | null {
  const first = Array.isArray(errors) ? asObject(errors[0]) : null;
  return typeof first?.code === "number" ? first.code : null;
}
