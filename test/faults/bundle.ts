import { buildProcesses } from "@/scripts/support/build.mjs";

/** What is killed is what is run in earnest: the bundle, made here when it is not the newest. */
export default async function setup(): Promise<void> {
  await buildProcesses((_title, work) => work());
}
