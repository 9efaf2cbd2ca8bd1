import { defineConfig } from "vitest/config";
import base from "./vitest.config";

/** Tests over payloads from outside this repository, in the folder that PARLEY_CONTRACT_DIR names. */
export default defineConfig({ ...base, test: { ...base.test, include: ["**/*.contract.ts"] } });
