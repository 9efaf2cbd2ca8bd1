import { type Loop, startLoop } from "@/lib/jobs";
import { startListening } from "./listen";
import { onWake } from "./wake";

/** The net for wake-ups that never came. */
const IDLE_MS = 1_000;

type Following = {
  name: string;
  /** Reads on; `wake` is for what an older transaction holds back: it comes at its end, which wakes nobody. */
  round: (wake: () => void) => Promise<boolean>;
  /** How long a wake-up waits for others that come close by. */
  pauseMs: () => number;
};

/** Looks into the log whenever something was written in it, by this process or another. */
export function followLog({ name, round, pauseMs }: Following): Loop {
  let timer: NodeJS.Timeout | undefined;
  function wake() {
    timer ??= setTimeout(() => {
      timer = undefined;
      loop.wake();
    }, pauseMs());
  }
  const loop = startLoop({ name, round: () => round(wake), idleMs: IDLE_MS });
  const endWakes = onWake(wake);
  const listening = startListening(wake);
  return {
    wake,
    stop: async () => {
      endWakes();
      await Promise.all([listening.stop(), loop.stop()]);
      clearTimeout(timer);
    },
  };
}
