/** Milliseconds on the clock that all processes of this machine share; it has no beginning that means anything. */
export function nowMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
