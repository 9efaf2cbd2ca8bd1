import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { Failure } from "./command.mjs";

/** Listens and resolves to the server, or rejects with the system's error. */
function listen(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen({ host, port, exclusive: true }, () => resolve(server));
  });
}

const close = (server) => new Promise((resolve) => server.close(resolve));

/**
 * @param {string} variable the environment variable that sets this port
 * @param {string} host
 * @param {number} port
 * @throws {Failure} saying why nothing can listen there
 */
export async function ensurePortFree(variable, host, port) {
  try {
    await close(await listen(host, port));
  } catch (error) {
    const why = {
      EADDRINUSE: `Port ${port} on ${host} is in use by another program. Stop that one, or choose another port with ${variable}.`,
      EACCES: `Port ${port} may not be opened by this user. Choose one above 1023 with ${variable}.`,
      EADDRNOTAVAIL: `HOST should be an address of this machine, but is "${host}".`,
      ENOTFOUND: `HOST should be an address of this machine, but "${host}" is not known.`,
    }[error.code];
    throw why ? new Failure(why) : error;
  }
}

/**
 * Free ports on loopback, all different. Below those that systems give to outgoing connections, so that a port stays free
 * while the server that had it is down; at random, so that programs that look at the same time do not meet.
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export async function findFreePorts(count) {
  const servers = [];
  for (let tries = 0; servers.length < count && tries < 100; tries += 1) {
    await listen("127.0.0.1", randomInt(20_000, 32_000)).then(
      (server) => servers.push(server),
      () => undefined,
    );
  }
  if (servers.length < count) throw new Failure(`No ${count} free ports on 127.0.0.1 between 20000 and 32000.`);
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map(close));
  return ports;
}
