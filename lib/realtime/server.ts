import { createServer, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { startTail } from "@/lib/events";
import { startLoop } from "@/lib/jobs";
import { SECOND } from "@/lib/time";
import { admit } from "./admit";
import { startCompany } from "./company/start";
import { watchConnections } from "./connections";
import { deliver } from "./deliver";
import type { RealtimeServer, RealtimeSocket } from "./protocol";
import { recheck } from "./recheck";
import { subscribe } from "./subscribe";

export const SOCKET_PATH = "/socket.io/";

/** A revoked session hears nothing ten seconds later, the round itself included. */
const RECHECK_MS = 7 * SECOND;
const SUBSCRIBE_WITHIN_MS = 10 * SECOND;
/** A client has little to say: more than this in a second is not ours. */
const MOST_PACKETS_A_SECOND = 20;
/** A ping waits its turn behind what a slow reader has not taken: one too far behind is cut, and fetches what it missed. */
const PING = { pingInterval: 10 * SECOND, pingTimeout: 20 * SECOND };

export type Realtime = {
  /** Takes an upgrade of `SOCKET_PATH`, whose origin has been checked. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  sockets: () => number;
  stop: () => Promise<void>;
};

/** Sockets of this process, fed by its own reader of the event log. */
export async function startRealtime(): Promise<Realtime> {
  // Loaded here, so that the API, which lists events too, does without it.
  const { Server } = await import("socket.io");
  const io: RealtimeServer = new Server({
    path: SOCKET_PATH,
    transports: ["websocket"],
    serveClient: false,
    destroyUpgrade: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 64 * 1024,
    connectTimeout: SUBSCRIBE_WITHIN_MS,
    ...PING,
  });
  // Attached to a server that never listens: upgrades come through the guard of the front door.
  io.attach(createServer());
  io.use(admit());

  const company = startCompany(io);
  let position = "0.0";
  const tail = await startTail({
    onEvents: (events, cursor) => {
      position = cursor;
      return deliver(io, events, cursor, company);
    },
  });
  if (position === "0.0") position = tail.cursor();
  io.on("connection", (socket) => {
    welcome(socket, () => position);
    company.welcome(socket);
  });

  const checking = startLoop({
    name: "socket sessions",
    idleMs: RECHECK_MS,
    round: async () => {
      await recheck([...io.of("/").sockets.values()]);
      io.local.emit("events", [], position);
      return false;
    },
  });

  const connections = watchConnections(() => [...io.of("/").sockets.values()]);

  return {
    upgrade: (request, socket, head) => io.engine.handleUpgrade(request, socket, head),
    sockets: () => io.of("/").sockets.size,
    stop: async () => {
      await Promise.all([tail.stop(), checking.stop(), connections.stop(), company.stop()]);
      await io.close();
    },
  };
}

function welcome(socket: RealtimeSocket, position: () => string): void {
  const impatience = setTimeout(() => {
    if (!socket.data.subscription) socket.disconnect(true);
  }, SUBSCRIBE_WITHIN_MS);
  let second = 0;
  let packets = 0;
  socket.use((_, next) => {
    const now = Math.floor(performance.now() / SECOND);
    packets = now === second ? packets + 1 : 1;
    second = now;
    if (packets > MOST_PACKETS_A_SECOND) socket.disconnect(true);
    else next();
  });
  socket.on("subscribe", async (input, answer) => {
    if (typeof answer !== "function") return;
    answer(await subscribe(socket, input, position));
  });
  socket.on("disconnect", () => clearTimeout(impatience));
}
