import { findBrowser } from "./browser";
import { startServer } from "./server";
import { publish } from "./shared-facts";

/** Once for all journeys: a browser to walk them in, and the product to walk through. Returns what ends it. */
export default async function setup() {
  const browser = await findBrowser();
  const { stop, ...server } = await startServer();
  publish({ browser, server });
  return stop;
}
