/** The load generator: Meta, as many webhooks a second as are asked for. */
import { type Burst, type BurstOutcome, burst } from "@/bench/load/burst";
import { Connection } from "@/bench/load/connection";
import { type Pace, type PaceOutcome, paceWebhooks } from "@/bench/load/pace";
import { type Rush, type RushOutcome, rush } from "@/bench/load/rush";

export const load = {
  rush: (task: Rush): Promise<RushOutcome> => rush(task, (port) => new Connection(port)),
  burst: (task: Burst): Promise<BurstOutcome> => burst(task, (port) => new Connection(port)),
  pace: (task: Pace): Promise<PaceOutcome> => paceWebhooks(task, (port) => new Connection(port)),
};
