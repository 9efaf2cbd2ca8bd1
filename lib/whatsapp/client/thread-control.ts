import type { SendAddress } from "@/lib/whatsapp/types";
import { callGraph, type GraphAccess, segment } from "./call";
import type { GraphResult } from "./result";

/** Takes a thread from another responder. What Meta answers beside the status is not documented: any 2xx is a yes. */
export async function takeThread(
  access: GraphAccess,
  phoneNumberId: string,
  address: SendAddress,
): Promise<GraphResult<{ taken: boolean }>> {
  const json = { messaging_product: "whatsapp", ...address, action: "take" };
  const path = `${segment(phoneNumberId)}/thread_control`;
  return callGraph(access, { method: "POST", path, json }, (body) => ({ taken: body.success !== false }));
}
