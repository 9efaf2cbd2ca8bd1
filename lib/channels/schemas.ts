import * as z from "zod";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";
import { readReceiptModes } from "./types";

const digits = (what: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{5,32}$/, `should be ${what}: digits only`);

export const Channel = z.object({
  id: z.uuid(),
  name: z.string(),
  phoneNumberId: z.string(),
  wabaId: z.string(),
  displayPhoneNumber: z.string(),
  state: z.enum(["active", "stopped", "disconnected"]),
  stopped: z
    .object({ code: z.number().int(), title: z.string(), nextStep: z.string(), at: z.iso.datetime() })
    .nullable(),
  department: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  readReceipts: z.enum(readReceiptModes),
  webhookPath: z.string(),
  createdAt: z.iso.datetime(),
});

export const ChannelCheck = z.object({
  name: z.enum(["app", "token", "number", "subscription"]),
  state: z.enum(["passed", "failed", "skipped"]),
  code: z.string(),
  value: z.string().nullable(),
  message: z.string(),
  nextStep: z.string().nullable(),
});

export const ChannelSetup = z.object({
  name: z.string().trim().min(1).max(80),
  appId: digits("Meta's app id"),
  appSecret: z.string().trim().min(8).max(200),
  phoneNumberId: digits("the phone number id"),
  wabaId: digits("the WhatsApp business account id"),
  token: z.string().trim().min(8).max(2_000),
  departmentId: z.uuid().nullable().optional(),
});

export const ListChannels = contract({
  method: "GET",
  path: "/channels",
  permission: "channels.read",
  summary: "List connected WhatsApp numbers",
  input: PageInput,
  output: pageOf(Channel),
});

export const CheckChannel = contract({
  method: "POST",
  path: "/channels/check",
  permission: "channels.manage",
  summary: "Check each value of a channel's set-up against the Graph API, and change nothing",
  input: ChannelSetup,
  output: z.object({ checks: z.array(ChannelCheck) }),
});

export const CreateChannel = contract({
  method: "POST",
  path: "/channels",
  permission: "channels.manage",
  summary: "Connect a number after its checks have passed",
  input: ChannelSetup,
  output: z.object({ channel: Channel, verifyToken: z.string() }),
});

export const EditChannel = contract({
  method: "PATCH",
  path: "/channels/:channelId",
  permission: "channels.manage",
  summary: "Say when customers of a channel are told that their message was read",
  input: z.object({ channelId: z.uuid(), readReceipts: z.enum(readReceiptModes) }),
  output: Channel,
});

export const ReplaceChannelToken = contract({
  method: "PUT",
  path: "/channels/:channelId/token",
  permission: "channels.manage",
  summary: "Replace a channel's token and start sending again",
  input: z.object({ channelId: z.uuid(), token: z.string().trim().min(8).max(2_000) }),
  output: Channel,
});

export const DisconnectChannel = contract({
  method: "POST",
  path: "/channels/:channelId/disconnect",
  permission: "channels.manage",
  summary: "Disconnect a number: unsubscribe, destroy its token, stop sending",
  input: z.object({ channelId: z.uuid() }),
  output: Channel,
});
