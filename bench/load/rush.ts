import { nowMs } from "@/bench/assistants/now";
import { percentile } from "@/bench/report/percentile";
import type { Connection } from "./connection";
import { type App, webhookRequest } from "./request";

/** As fast as the other side answers, on so many connections; the bodies go round. */
export type Rush = { port: number; app: App; bodies: Uint8Array[]; connections: number; seconds: number };
export type RushOutcome = { perSecond: number; p50: number; p99: number; refused: number };

export async function rush(
  { port, app, bodies, connections, seconds }: Rush,
  open: (port: number) => Connection,
): Promise<RushOutcome> {
  const requests = bodies.map((body) => webhookRequest(app, Buffer.from(body)));
  const tookMs: number[] = [];
  let refused = 0;
  let next = 0;
  const began = nowMs();
  const until = began + seconds * 1000;
  const drive = async () => {
    const connection = open(port);
    while (nowMs() < until) {
      const request = requests[next++ % requests.length];
      if (!request) throw new Error("There is nothing to send.");
      const sentAt = nowMs();
      if ((await connection.send(request)) !== 200) refused += 1;
      tookMs.push(nowMs() - sentAt);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, drive));
  const perSecond = (tookMs.length - refused) / ((nowMs() - began) / 1000);
  return { perSecond, p50: percentile(tookMs, 50), p99: percentile(tookMs, 99), refused };
}
