import { readEnvironment } from "./environment";
import { startSimulator } from "./index";

async function main(): Promise<void> {
  const options = readEnvironment(process.env);
  const simulator = await startSimulator(options).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    throw new Error(`SIMULATOR_PORT: ${options.port} is in use; choose another.`);
  });
  console.log(`The phone and the stand-in for Meta are at ${simulator.url}`);
  const stop = () => void simulator.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
