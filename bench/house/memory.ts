import { processesBelow, readOrNull } from "./process-tree";

export type ProcessMemory = { pid: number; command: string; pssBytes: number };

/** What a process and those below it hold: shared pages count in part, so that the parts add up (Linux). */
export function memoryBelow(pid: number): ProcessMemory[] {
  return processesBelow(pid).flatMap((each) => memoryOf(each) ?? []);
}

function memoryOf(pid: number): ProcessMemory | null {
  const pss = /^Pss:\s+(\d+) kB/m.exec(readOrNull(`/proc/${pid}/smaps_rollup`) ?? "")?.[1];
  const command = readOrNull(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ").trim();
  return pss === undefined || !command ? null : { pid, command, pssBytes: Number(pss) * 1024 };
}
