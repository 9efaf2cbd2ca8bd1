import type * as z from "zod";
import { type Actor, authorize } from "@/lib/auth";
import { checkValues } from "./checks";
import type { CheckChannel } from "./schemas";
import type { ChannelCheck } from "./types";

/** Checks each value of a set-up against Meta, and changes nothing. */
export async function checkChannel(
  actor: Actor,
  input: z.output<typeof CheckChannel.input>,
): Promise<{ checks: ChannelCheck[] }> {
  authorize(actor, "channels.manage");
  const { checks } = await checkValues(input);
  return { checks };
}
