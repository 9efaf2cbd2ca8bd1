const AT_ONCE = 2;

let free = AT_ONCE;
const waiting: (() => void)[] = [];

/** Does what takes a whole file into memory: a few at once, and the rest wait without being read. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}
