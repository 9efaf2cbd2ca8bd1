import { inject } from "vitest";
import { cloneDatabase } from "./database";

const { filesDir, rolePassword } = inject("cluster");

/** Every test file has a database of its own; the tests in it share that, so each makes its own tenant. */
const database = await cloneDatabase();

Object.assign(process.env, {
  ...database.environment,
  NODE_ENV: "test",
  PARLEY_MODE: "test",
  PARLEY_ROLE_PASSWORD: rolePassword,
  DATA_DIR: `${filesDir}/${database.name}`,
  PARLEY_MASTER_KEY: "5a".repeat(32),
  NEXTAUTH_URL: "http://127.0.0.1:3000",
  NEXTAUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
  // The discard port: nobody answers there. A test that talks to the simulator starts one and says where.
  WHATSAPP_GRAPH_URL: "http://127.0.0.1:9",
  WHATSAPP_GRAPH_VERSION: "v25.0",
  WHATSAPP_APP_ID: "900000000000001",
  WHATSAPP_APP_SECRET: "app-secret-for-tests",
  WHATSAPP_VERIFY_TOKEN: "verify-token-for-tests",
  LOG_LEVEL: "silent",
});
