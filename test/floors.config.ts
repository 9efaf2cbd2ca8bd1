import { defineConfig } from "vitest/config";

/** The floors alone, without the database that the other tests bring up. */
export default defineConfig({ test: { include: ["test/floors.test.ts"] } });
