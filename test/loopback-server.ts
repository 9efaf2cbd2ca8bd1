import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** For tests: an HTTP server on loopback that keeps what it was sent. */
export async function httpServer(answer: Answer) {
  const received: { method: string; url: string; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    received.push({ method: request.method ?? "", url: request.url ?? "", body });
    answer(request, response, body);
  });
  const origin = `http://127.0.0.1:${await listen(server)}`;
  return { origin, received, [Symbol.asyncDispose]: () => close(server, () => server.closeAllConnections()) };
}

/** For tests: a bare TCP server on loopback. */
export async function tcpServer(onConnection: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    onConnection(socket);
  });
  const port = await listen(server);
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return { port, [Symbol.asyncDispose]: () => close(server, drop) };
}

/** A loopback port nobody listens on. */
export async function closedPort(): Promise<number> {
  const server = createTcpServer();
  const port = await listen(server);
  await close(server, () => {});
  return port;
}

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function close(server: Server, drop: () => void): Promise<void> {
  const closed = once(server, "close");
  server.close();
  drop();
  await closed;
}
