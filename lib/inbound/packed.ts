/**
 * Many buffers as one parameter: an array of bytea would travel as hexadecimal text, one buffer goes as it is. The
 * statement cuts it up with `substring($bytes from offset for length)`.
 */
export function pack(buffers: readonly Buffer[]): { bytes: Buffer; offsets: number[]; lengths: number[] } {
  const offsets: number[] = [];
  let at = 1;
  for (const { length } of buffers) {
    offsets.push(at);
    at += length;
  }
  return { bytes: Buffer.concat(buffers), offsets, lengths: buffers.map(({ length }) => length) };
}
