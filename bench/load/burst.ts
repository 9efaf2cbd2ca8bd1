import type { Connection } from "./connection";
import { type App, webhookRequest } from "./request";

/** Everything at once: each body is posted, on as many connections as there are. */
export type Burst = { port: number; app: App; bodies: Uint8Array[] };

/** When each was put on the wire, in milliseconds of the wall clock, in the order of the bodies. */
export type BurstOutcome = { postedAtMs: number[]; refused: number };

export async function burst({ port, app, bodies }: Burst, open: (port: number) => Connection): Promise<BurstOutcome> {
  const posts = bodies.map((body) => ({ connection: open(port), request: webhookRequest(app, Buffer.from(body)) }));
  const postedAtMs: number[] = [];
  const answers = posts.map(({ connection, request }) => {
    postedAtMs.push(performance.timeOrigin + performance.now());
    return connection.send(request).catch(() => 0);
  });
  const refused = (await Promise.all(answers)).filter((status) => status !== 200).length;
  for (const { connection } of posts) connection.close();
  return { postedAtMs, refused };
}
