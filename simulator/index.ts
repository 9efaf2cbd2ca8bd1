/** A stand-in for the WhatsApp Cloud API and for the customer's phone; loopback only, all in memory. */
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { EventStreams } from "./http/event-streams";
import { isLoopbackHost } from "./http/loopback";
import { createSimulatorServer } from "./server";
import type { Simulation } from "./simulation";
import { Deliveries } from "./webhooks/deliveries";
import type { DeliverySettings } from "./webhooks/endpoint";
import type { Behaviour } from "./world/behaviour";
import type { ChannelFacts } from "./world/directory";
import { createWorld, type WorldLimits } from "./world/world";

export type SimulatorOptions = {
  host?: string;
  /** 0 takes any free port. */
  port?: number;
  /** Numbers with their accounts, apps and tokens; more can come by POST /control/channels. */
  channels?: ChannelFacts[];
  behaviour?: Partial<Behaviour>;
  delivery?: Partial<Omit<DeliverySettings, "agent">>;
  limits?: Partial<WorldLimits>;
  /** Where the phone's page lies; found by itself when run from the sources or beside them. */
  phoneFolder?: string;
  /** Unix milliseconds. */
  now?: () => number;
};

export type RunningSimulator = { url: string; port: number; close: () => Promise<void> };

export async function startSimulator(options: SimulatorOptions = {}): Promise<RunningSimulator> {
  const host = options.host ?? "127.0.0.1";
  if (!isLoopbackHost(host))
    throw new Error(`HOST: ${host} is not a loopback address; the simulator signs for anybody.`);
  const now = options.now ?? Date.now;
  const world = createWorld({ behaviour: options.behaviour ?? {}, limits: options.limits ?? {}, now });
  for (const channel of options.channels ?? []) world.directory.registerChannel(channel);
  let url = "";
  let closed = false;
  const simulation: Simulation = {
    world,
    deliveries: new Deliveries(options.delivery),
    phones: new EventStreams(),
    templates: new Map(),
    now,
    url: () => url,
    phoneFolder: options.phoneFolder ?? findPhoneFolder(),
    isClosed: () => closed,
  };
  const server = createSimulatorServer(simulation);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const close = async () => {
    closed = true;
    simulation.phones.close();
    simulation.deliveries.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url, port, close };
}

function findPhoneFolder(): string | undefined {
  const candidates = [join(import.meta.dirname, "phone"), join(process.cwd(), "simulator", "phone")];
  return candidates.find((folder) => existsSync(join(folder, "index.html")));
}
