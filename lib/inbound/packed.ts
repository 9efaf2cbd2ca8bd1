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

const LENGTH_BYTES = 4;

/** Several bodies as one, each after its length. */
export function frame(bodies: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    bodies.flatMap((body) => {
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32BE(body.length);
      return [length, body];
    }),
  );
}

/** The bodies of a frame, as views of it. */
export function unframe(framed: Buffer): Buffer[] {
  const bodies: Buffer[] = [];
  for (let at = 0; at < framed.length; ) {
    const from = at + LENGTH_BYTES;
    at = from + framed.readUInt32BE(at);
    bodies.push(framed.subarray(from, at));
  }
  return bodies;
}
