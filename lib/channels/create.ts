import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findDepartment } from "@/lib/departments";
import { InvalidError, NotFoundError, UnavailableError } from "@/lib/errors";
import type { PhoneNumber } from "@/lib/whatsapp";
import { bindChannel } from "./bind";
import { checkValues } from "./checks";
import { graphWith } from "./graph";
import { showChannels } from "./list";
import type { CreateChannel } from "./schemas";
import { findChannel } from "./select";
import type { Channel } from "./types";

type Setup = z.output<typeof CreateChannel.input>;

/** Connects a number once Meta has confirmed every value, and subscribes the app to its webhooks. */
export async function createChannel(actor: Actor, input: Setup): Promise<{ channel: Channel; verifyToken: string }> {
  authorize(actor, "channels.manage");
  const departmentId = input.departmentId ?? null;
  if (departmentId) await withTenant(actor, (tx) => findDepartment(tx, actor, departmentId));
  const { checks, phoneNumber } = await checkValues(input);
  if (!phoneNumber || checks.some(({ state }) => state !== "passed")) {
    throw new InvalidError("Meta did not confirm every value.", {
      code: "channel_check_failed",
      details: { checks },
      nextStep: "Correct what the checks name.",
    });
  }
  await subscribe(input);
  const { id, verifyToken } = await bindChannel(actor, {
    name: input.name,
    phoneNumberId: input.phoneNumberId,
    wabaId: input.wabaId,
    displayPhoneNumber: phoneNumber.displayPhoneNumber ?? "",
    messagesPerSecond: throughputOf(phoneNumber),
    departmentId,
    token: input.token,
    app: { appId: input.appId, secret: input.appSecret },
  });
  const row = await withTenant(actor, (tx) => findChannel(tx, actor, id));
  const [channel] = await showChannels([row]);
  if (!channel) throw new NotFoundError("channel");
  return { channel, verifyToken };
}

/** Before anything is written: a number that hears nothing would look connected. */
async function subscribe({ token, wabaId }: Setup): Promise<void> {
  const subscribed = await graphWith(token).subscribeApp(wabaId);
  if (subscribed.ok && subscribed.value.success) return;
  throw new UnavailableError("Meta did not subscribe the app to this account's webhooks.", {
    code: "subscription_failed",
    nextStep: "Try again in a moment.",
  });
}

/** Meta's levels in messages a second; a number that is on the phone app too is held to 20. */
function throughputOf({ throughputLevel, isOnPhoneApp }: PhoneNumber): number {
  if (isOnPhoneApp) return 20;
  return throughputLevel === "HIGH" ? 1_000 : 80;
}
