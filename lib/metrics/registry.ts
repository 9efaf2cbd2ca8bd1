import { Registry } from "prom-client";

/** One a process. */
export const registry = new Registry();
