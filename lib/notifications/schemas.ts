import * as z from "zod";
import { contract } from "@/lib/contract";

const bytes = (length: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+={0,2}$/)
    .refine((text) => Buffer.from(text, "base64url").length === length, `should be ${length} bytes in base64url`);

/** A push service's address for one browser. */
const Endpoint = z.url().max(1_000);

export const ReadPush = contract({
  method: "GET",
  path: "/me/push",
  permission: "profile.read",
  summary: "Read what a browser subscribes to web push with",
  input: z.object({}),
  output: z.object({ publicKey: z.string() }),
});

export const SubscribePush = contract({
  method: "PUT",
  path: "/me/push",
  permission: "profile.edit",
  summary: "Have this browser told while no page is open, until it signs out",
  input: z.object({
    endpoint: Endpoint,
    keys: z.object({ p256dh: bytes(65), auth: bytes(16) }),
  }),
  output: z.object({}),
});

export const DropPush = contract({
  method: "DELETE",
  path: "/me/push",
  permission: "profile.edit",
  summary: "Have this browser told no more",
  input: z.object({ endpoint: Endpoint }),
  output: z.object({}),
});
