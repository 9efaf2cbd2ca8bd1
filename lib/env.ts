/** The environment, read and checked once; the only reader of `process.env`. A bad value names the variable and what it should be. */
import * as z from "zod";

const port = z.coerce.number().int().min(1).max(65_535);
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, "should be a postgres:// URL");

const Env = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PARLEY_MODE: z.enum(["demo", "serve", "dev", "test"]).default("serve"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port.default(3000),
  WEB_PORT: port.optional(),
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_DOOR_URL: postgresUrl,
  DATABASE_SYSTEM_URL: postgresUrl,
  PARLEY_MASTER_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "should be 64 lower-case hexadecimal digits (openssl rand -hex 32)"),
  /** Addresses or networks of the proxies in front of us, whose `X-Forwarded-…` headers are believed. */
  TRUST_PROXY: z
    .string()
    .regex(/^[0-9a-fA-F.:/, ]+$/, "should be addresses or networks like 10.0.0.0/8, with commas in between")
    .optional(),
  /** With it, /metrics can be read from elsewhere than this machine. */
  METRICS_TOKEN: z.string().min(16, "should have at least 16 characters").optional(),
  NEXTAUTH_URL: z.url().optional(),
  NEXTAUTH_SECRET: z.string().min(32, "should have at least 32 characters").optional(),
  SIGN_UP: z.enum(["open", "closed"]).default("closed"),
  DEMO_PASSWORD: z.string().min(8, "should have at least 8 characters").optional(),
  WHATSAPP_GRAPH_URL: z.url().default("https://graph.facebook.com"),
  WHATSAPP_GRAPH_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, "should look like v25.0")
    .default("v25.0"),
  WHATSAPP_APP_ID: z.string().regex(/^\d+$/, "should be Meta's numeric app id").optional(),
  WHATSAPP_APP_SECRET: z.string().min(8).optional(),
  WHATSAPP_VERIFY_TOKEN: z.string().min(8, "should have at least 8 characters").optional(),

  /** The access token of the demo's numbers. */
  DEMO_ACCESS_TOKEN: z.string().min(8).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "should be an smtp:// or smtps:// URL")
    .optional(),
  MAIL_FROM: z.string().min(3).default("Parley <parley@localhost>"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

export type Env = z.infer<typeof Env>;

let parsed: Env | undefined;

/** @throws {Error} naming every variable that is missing or wrong. */
export function env(): Env {
  if (parsed) return parsed;
  const present = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const result = Env.safeParse(present);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment does not fit:\n${lines.join("\n")}`);
  }
  parsed = result.data;
  return parsed;
}
