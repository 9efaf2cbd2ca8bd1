import { z } from "zod";
import { isLoopbackUrl } from "./http/loopback";
import { isBsuid, phoneDigits } from "./meta/addresses";
import { readEffect } from "./world/faults";

const digits = z.string().regex(/^\d{1,30}$/, "Digits only.");
const phone = z
  .string()
  .refine((value) => phoneDigits(value) !== undefined, "A phone number of 5 to 15 digits.")
  .transform((value) => phoneDigits(value) ?? value);
const userId = z.string().refine(isBsuid, "A user id like US.13491208655302741918.");
const url = z.string().refine(isLoopbackUrl, "An http URL on this machine.");
const flag = z.enum(["0", "1", "true", "false"]).transform((value) => value === "1" || value === "true");

export const channelSchema = z.strictObject({
  phoneNumberId: digits,
  wabaId: digits,
  displayPhoneNumber: z.string().min(5).max(30),
  verifiedName: z.string().min(1).max(200),
  token: z
    .string()
    .min(8)
    .max(500)
    .regex(/^[^\s|]+$/, "No spaces and no |: that is the form of app tokens."),
  appId: digits,
  appSecret: z.string().min(8).max(200),
  webhookUrl: url.optional(),
  verifyToken: z.string().optional(),
  throughput: z.int().min(1).max(100_000).optional(),
});

const mediaTypes = ["image", "video", "audio", "document", "sticker"];
const withoutObject = ["unsupported", "unknown", "request_welcome"];

const messageSchema = z.looseObject({ type: z.string().min(1).max(50) }).superRefine((message, context) => {
  const content = message[message.type];
  if (content === undefined && !withoutObject.includes(message.type)) {
    context.addIssue({ code: "custom", path: [message.type], message: "Missing: the object of the message's type." });
  }
  if (mediaTypes.includes(message.type)) {
    const media = z.looseObject({ bytes: z.base64().optional(), mime_type: z.string().min(3) }).safeParse(content);
    for (const issue of media.error?.issues ?? []) {
      context.addIssue({ code: "custom", path: [message.type, ...issue.path], message: issue.message });
    }
  }
});

export const writingSchema = z
  .strictObject({
    from: phone.optional(),
    userId: userId.optional(),
    username: z.string().min(1).max(35).optional(),
    to: digits,
    name: z.string().min(1).max(200).optional(),
    timestamp: z.int().min(0).max(253_402_300_799).optional(),
    message: messageSchema,
  })
  .refine((value) => value.from !== undefined || value.userId !== undefined, {
    message: "from or userId is needed.",
    path: ["from"],
  });

/** `responder`: the role of who has the thread from now on; null gives it back to the app. */
export const responderSchema = z
  .strictObject({
    phoneNumberId: digits,
    from: phone.optional(),
    userId: userId.optional(),
    responder: z.string().min(1).max(60).nullable().optional(),
    says: z.string().min(1).max(4_096).optional(),
    metadata: z.string().max(2_000).optional(),
  })
  .refine((value) => (value.responder === undefined) !== (value.says === undefined), {
    message: "either responder or says is needed.",
    path: ["responder"],
  });

export const customerSchema = z
  .strictObject({
    phoneNumberId: digits,
    from: phone.optional(),
    userId: userId.optional(),
    username: z.string().min(1).max(35).optional(),
    name: z.string().min(1).max(200).optional(),
    lastWroteAt: z.iso.datetime({ offset: true }).optional(),
  })
  .refine((value) => value.from !== undefined || value.userId !== undefined, {
    message: "from or userId is needed.",
    path: ["from"],
  });

export const faultSchema = z.strictObject({
  match: z.strictObject({ path: z.string().min(1).optional(), to: z.string().min(1).optional() }).default({}),
  times: z.int().min(1).max(1_000_000).default(1),
  fault: z
    .string()
    .refine(
      (value) => readEffect(value) !== undefined,
      "One of error:<code>, http:<200-599>, slow:<ms up to 600000>, status:<code>, timeout, timeout-after-accept, reset, reset-after-accept, bad-json.",
    ),
});

export const statusSchema = z
  .strictObject({
    wamid: z.string().startsWith("wamid."),
    status: z.enum(["sent", "delivered", "read", "played", "failed"]),
    code: z.int().min(0).optional(),
  })
  .refine((value) => value.code === undefined || value.status === "failed", {
    message: "Only failed has a code.",
    path: ["code"],
  });

export const behaviourSchema = z.strictObject({
  phoneNumberId: digits.optional(),
  autoStatuses: z.boolean().optional(),
  latencyMs: z.int().min(0).max(600_000).optional(),
  reads: z.boolean().optional(),
  window: z.enum(["sync", "status", "off"]).optional(),
  pairLimit: z.boolean().optional(),
});

export const tokenSchema = z.strictObject({
  token: z.string().min(8),
  state: z.enum(["valid", "expired", "revoked"]),
});

export const sentQuerySchema = z.strictObject({
  to: z.string().min(1).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
  phoneNumberId: digits.optional(),
});

export const webhooksQuerySchema = z.strictObject({
  app: digits.optional(),
  repeat: z.coerce.number().int().min(1).max(1_000).default(1),
  shuffle: flag.default(false),
});

const component = z.looseObject({ type: z.string().min(1) });

export const templateSchema = z.strictObject({
  wabaId: digits,
  name: z.string().regex(/^[a-z0-9_]{1,512}$/, "Lower-case letters, digits and underscores."),
  language: z.string().min(2).max(20).default("en_US"),
  status: z.string().min(1).max(40).optional(),
  category: z.enum(["UTILITY", "MARKETING", "AUTHENTICATION"]).optional(),
  parameter_format: z.enum(["POSITIONAL", "NAMED"]).optional(),
  components: z.array(component).min(1).optional(),
  rejected_reason: z.string().max(100).optional(),
  quality: z.enum(["GREEN", "YELLOW", "RED", "UNKNOWN"]).optional(),
});

export const templateKeySchema = z.strictObject({
  wabaId: digits,
  name: z.string().min(1).optional(),
  language: z.string().min(1).optional(),
});
