import { defineConfig } from "vitest/config";
import base from "./vitest.config";

/** Tests that kill the bundled engine and its database; each file has a PostgreSQL, a simulator and engines of its own. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ["test/faults/**/*.fault.ts"],
    globalSetup: ["test/faults/bundle.ts"],
    setupFiles: [],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
