/** `npm run check`: the quick checks: format and lint, borders, version floors, types, unused code. */
import { checks } from "./support/checks.mjs";
import { commandOfSteps } from "./support/steps.mjs";

await commandOfSteps(checks);
