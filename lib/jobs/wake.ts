import { BroadcastChannel, isMainThread } from "node:worker_threads";

type Listener = () => void;

export type Wake = {
  /** Whoever listens in this thread hears it at once, the other threads of this process a moment later. */
  wake: () => void;
  /** The function returned ends the listening. */
  onWake: (listener: Listener) => () => void;
};

/**
 * Ends the rests of a kind of loop early. Loops of other processes are not reached: they look for themselves within
 * moments, or hear of it by the event log.
 */
export function createWake(name: string): Wake {
  const listeners = new Set<Listener>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const others = otherThreads(name, tell);
  return {
    wake: () => {
      tell();
      others();
    },
    onWake: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

let spreads = !isMainThread;

/** To be called before the first further thread is started: a process of one thread has nobody to tell. */
export function spreadWakes(): void {
  spreads = true;
  for (const open of unopened.splice(0)) open();
}

const unopened: (() => void)[] = [];

/** At most one message a turn of the event loop, however often it is asked for. */
function otherThreads(name: string, heard: () => void): () => void {
  let channel: BroadcastChannel | undefined;
  let scheduled = false;
  const open = () => {
    channel = new BroadcastChannel(`parley ${name}`);
    channel.onmessage = heard;
    channel.unref();
  };
  if (spreads) open();
  else unopened.push(open);
  return () => {
    if (!channel || scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      channel?.postMessage(null);
    });
  };
}
