import type { Browser } from "./browser";
import type { Server } from "./server";

type Facts = { browser: Browser; server: Omit<Server, "stop"> };

/** Playwright's workers are processes of their own; they inherit the environment of the global setup. */
const variable = "PARLEY_JOURNEY_FACTS";

export function publish(facts: Facts) {
  process.env[variable] = JSON.stringify(facts);
}

export function readFacts(): Facts {
  const text = process.env[variable];
  if (!text) throw new Error("The global setup has not run.");
  return JSON.parse(text);
}
