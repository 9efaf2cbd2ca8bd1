import { Agent } from "undici";
import { guardedLookup } from "./guarded-lookup";

/** Connections are kept apart by purpose, so that a slow download cannot hold up a send. */
export type PoolOptions = { name: string; connections: number };

const agents = new Map<string, Agent>();

export function agentFor(pool: PoolOptions, guarded: boolean, connectTimeoutMs: number): Agent {
  const key = `${pool.name} ${pool.connections} ${guarded} ${connectTimeoutMs}`;
  let agent = agents.get(key);
  if (!agent) {
    agent = createAgent(pool.connections, guarded, connectTimeoutMs);
    agents.set(key, agent);
  }
  return agent;
}

/** One request at a time on a connection and HTTP/1.1 only: then an error belongs to one request, and says whether it left. */
function createAgent(connections: number, guarded: boolean, connectTimeoutMs: number): Agent {
  return new Agent({
    connections,
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 30_000,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: connectTimeoutMs, allowH2: false, ...(guarded ? { lookup: guardedLookup } : {}) },
  });
}
