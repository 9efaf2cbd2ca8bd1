import { processesBelow, readOrNull } from "./process-tree";

/** Linux counts in hundredths, whatever its own clock does. */
const TICKS_A_SECOND = 100;

/** A watch on the processor time of some processes and of those below them. What others on the machine take does not count. */
export function watchProcessorTime(pids: Record<string, number>): () => Record<string, number> {
  const read = () => Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, secondsBelow(pid)]));
  const before = read();
  return () => Object.fromEntries(Object.entries(read()).map(([name, now]) => [name, now - (before[name] ?? 0)]));
}

function secondsBelow(pid: number): number {
  return processesBelow(pid).reduce((sum, each) => sum + secondsOf(each), 0);
}

/** Its own, and that of children who have ended. */
function secondsOf(pid: number): number {
  const stat = readOrNull(`/proc/${pid}/stat`);
  // The name, in brackets, may hold spaces.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? [];
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_A_SECOND;
}
