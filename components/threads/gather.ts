type Asked<Whole> = {
  part: keyof Whole;
  signal: AbortSignal;
  alone: () => Promise<Whole[keyof Whole]>;
  resolve: (answer: Whole[keyof Whole]) => void;
  reject: (reason: unknown) => void;
};

/**
 * Parts of one thing that are asked for in the same moment come with one request for the whole; a part that is asked for
 * by itself comes by its own. Nothing is kept: what is asked for later is read later.
 */
export function gather<Whole>(readWhole: (id: string, signal: AbortSignal) => Promise<Whole>) {
  const gathered = new Map<string, Asked<Whole>[]>();

  function send(id: string): void {
    const asked = gathered.get(id) ?? [];
    gathered.delete(id);
    const [first] = asked;
    if (first && asked.length === 1) return void first.alone().then(first.resolve, first.reject);
    readWhole(id, whenAllGaveUp(asked.map(({ signal }) => signal))).then(
      (whole) => {
        for (const { part, resolve } of asked) resolve(whole[part]);
      },
      (reason: unknown) => {
        for (const { reject } of asked) reject(reason);
      },
    );
  }

  return <Part extends keyof Whole>(
    id: string,
    part: Part,
    signal: AbortSignal,
    alone: () => Promise<Whole[Part]>,
  ): Promise<Whole[Part]> =>
    new Promise((resolve, reject) => {
      const asked = { part, signal, alone, resolve: resolve as Asked<Whole>["resolve"], reject };
      const others = gathered.get(id);
      if (others) return void others.push(asked);
      gathered.set(id, [asked]);
      queueMicrotask(() => send(id));
    });
}

function whenAllGaveUp(signals: AbortSignal[]): AbortSignal {
  const all = new AbortController();
  const look = () => signals.every(({ aborted }) => aborted) && all.abort();
  for (const signal of signals) signal.addEventListener("abort", look, { once: true });
  return all.signal;
}
