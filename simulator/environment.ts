import { z } from "zod";
import { isLoopbackHost, isLoopbackUrl } from "./http/loopback";
import type { SimulatorOptions } from "./index";

const environmentSchema = z.object({
  HOST: z.string().default("127.0.0.1").refine(isLoopbackHost, "must be a loopback address, such as 127.0.0.1"),
  SIMULATOR_PORT: z.coerce.number("must be a port number").int().min(0).max(65_535).default(3100),
  SIMULATOR_WEBHOOK_URL: z
    .string()
    .default("http://127.0.0.1:3000/api/whatsapp/webhook")
    .refine(isLoopbackUrl, "must be an http URL on this machine"),
  SIMULATOR_TOKEN: z.string().min(8, "must have at least 8 characters").default("simulator-access-token"),
  SIMULATOR_WINDOW: z.enum(["sync", "status", "off"], "must be sync, status or off").default("sync"),
  SIMULATOR_PHONE_FOLDER: z.string().optional(),
  WHATSAPP_APP_ID: z.string().regex(/^\d+$/, "must be digits").default("700000000000007"),
  WHATSAPP_APP_SECRET: z.string().min(8, "must have at least 8 characters").default("simulator-app-secret"),
  WHATSAPP_VERIFY_TOKEN: z.string().min(1).default("simulator-verify-token"),
});

/** Reads the settings and the demo's channel. Throws with the name of each wrong variable and what it should be. */
export function readEnvironment(variables: Record<string, string | undefined>): SimulatorOptions {
  const result = environmentSchema.safeParse(variables);
  if (!result.success) {
    throw new Error(result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
  }
  const env = result.data;
  return {
    host: env.HOST,
    port: env.SIMULATOR_PORT,
    phoneFolder: env.SIMULATOR_PHONE_FOLDER,
    behaviour: { window: env.SIMULATOR_WINDOW },
    channels: [
      {
        phoneNumberId: "106540352242922",
        wabaId: "102290129340398",
        displayPhoneNumber: "+1 555-078-3881",
        verifiedName: "Sample Co",
        token: env.SIMULATOR_TOKEN,
        appId: env.WHATSAPP_APP_ID,
        appSecret: env.WHATSAPP_APP_SECRET,
        webhookUrl: env.SIMULATOR_WEBHOOK_URL,
        verifyToken: env.WHATSAPP_VERIFY_TOKEN,
      },
    ],
  };
}
