/**
 * The engine holds the public port and runs the loops. `--only door,realtime` and the like run some of its parts alone;
 * any number of engines share the work.
 */
import type { Server } from "node:http";
import { isMainThread } from "node:worker_threads";
import { closePools } from "@/db/client";
import { ensureOwnMetaApp } from "@/lib/channels";
import { env } from "@/lib/env";
import { startNotifier } from "@/lib/events";
import { ensureLogIsOfThisCluster } from "@/lib/health";
import { acceptWebhook, verifySubscription } from "@/lib/inbound";
import { log } from "@/lib/log";
import { startRealtime } from "@/lib/realtime";
import { ensureMasterKeyIsTheSame } from "@/lib/vault";
import { createFrontDoor, type FrontDoorOptions } from "./front-door";
import { createDoorMeter, createGauges } from "./gauges";
import { trustedProxies } from "./guard/visitor";
import { createHandOn } from "./hand-on";
import { healthPages } from "./health-pages";
import { createHotReload } from "./hot-reload";
import { runLoopThread, startLoopThread } from "./loop-thread";
import { type Part, partsFrom } from "./only";
import { drain, exitOnBugs, stopOnSignals, trackUpgrades } from "./stop";
import { createWebhookDoor } from "./webhook/door";

async function run(wanted: ReadonlySet<Part>): Promise<void> {
  const { HOST, PORT, NODE_ENV, PARLEY_MODE, NEXTAUTH_URL, TRUST_PROXY, METRICS_TOKEN } = env();
  const development = NODE_ENV === "development";
  const webPort = wanted.has("door") ? portOfWeb() : undefined;
  let stopping = false;

  await ensureMasterKeyIsTheSame();
  await ensureLogIsOfThisCluster();
  await ensureOwnMetaApp();
  const notifier = startNotifier();
  const realtime = wanted.has("realtime") ? await startRealtime() : undefined;
  const webhook = wanted.has("door")
    ? createWebhookDoor({ accept: acceptWebhook, verify: verifySubscription, observe: createDoorMeter() })
    : undefined;
  const loops = await startLoopThread(wanted, new URL(import.meta.url));
  createGauges({
    loops: loops.loops,
    pools: loops.pools,
    sockets: () => realtime?.sockets() ?? 0,
    bytesInFlight: () => webhook?.bytesInFlight() ?? 0,
  });
  const options: FrontDoorOptions = {
    publicUrl: NEXTAUTH_URL,
    loopbackToo: PARLEY_MODE !== "serve",
    trusted: trustedProxies(TRUST_PROXY),
    development,
    pages: healthPages({ webPort, isStopping: () => stopping, metricsToken: METRICS_TOKEN, loops: loops.loops }),
    webhook,
    handOn: webPort === undefined ? undefined : createHandOn(webPort),
    sockets: realtime?.upgrade,
    hotReload: development && webPort !== undefined ? createHotReload(webPort) : undefined,
  };
  const server = createFrontDoor(options);
  const closeUpgraded = trackUpgrades(server);

  stopOnSignals(async () => {
    stopping = true;
    const drained = drain(server);
    await Promise.all([realtime?.stop(), loops.stop()]);
    closeUpgraded();
    await drained;
    await notifier.stop();
    await closePools();
    log().info("Stopped.");
  });
  await listen(server, HOST, PORT);
  log().info({ host: HOST, port: PORT, parts: [...wanted] }, "The engine is up.");
}

function portOfWeb(): number {
  const { WEB_PORT } = env();
  if (WEB_PORT === undefined) {
    throw new Error("WEB_PORT should be the port on which web (next start) listens on 127.0.0.1.");
  }
  return WEB_PORT;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

if (isMainThread) {
  exitOnBugs();
  try {
    await run(partsFrom(process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
} else {
  runLoopThread();
}
