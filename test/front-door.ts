import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { onTestFinished } from "vitest";
import { createFrontDoor, type FrontDoorOptions } from "@/processes/front-door";
import { trustedProxies } from "@/processes/guard/visitor";
import { createHandOn } from "@/processes/hand-on";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Listens on a free port of this machine until the test is over. */
export async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** What web was asked, as it came. */
export type Asked = { method: string; url: string; headers: IncomingMessage["headers"]; body: string };

/** A front door with a stand-in for web behind it, which tells what it was asked unless told otherwise. */
export async function openDoor(options: Partial<FrontDoorOptions> = {}, answer: Answer = echo) {
  const web = createServer(answer);
  const webPort = await listen(web);
  const server = createFrontDoor({
    publicUrl: undefined,
    loopbackToo: true,
    trusted: trustedProxies(undefined),
    development: false,
    pages: {},
    handOn: createHandOn(webPort),
    ...options,
  });
  const port = await listen(server);
  const host = `127.0.0.1:${port}`;
  return { server, web, port, host, url: `http://${host}`, raw: (lines: string[]) => askRaw(port, lines) };
}

function echo(request: IncomingMessage, response: ServerResponse): void {
  let body = "";
  request.setEncoding("utf8");
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    const { method = "", url = "", headers } = request;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ method, url, headers, body } satisfies Asked));
  });
}

/** Writes lines as they are, and reads all that comes until the other side closes. */
async function askRaw(port: number, lines: string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  let text = "";
  socket.setEncoding("utf8").on("data", (chunk) => {
    text += chunk;
  });
  await once(socket, "close");
  return text;
}
