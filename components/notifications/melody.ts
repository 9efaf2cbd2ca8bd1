export type Note = { hertz: number; atMs: number; lengthMs: number };

const RATE = 22_050;
const LOUDNESS = 0.08;
const RISE_S = 0.015;
const HEADER_BYTES = 44;

/** A tone that rises at once and dies away, like a small bell: between -1 and 1 at `second` of the melody. */
function sampleOf({ hertz, atMs, lengthMs }: Note, second: number): number {
  const at = second - atMs / 1_000;
  const length = lengthMs / 1_000;
  if (at < 0 || at > length) return 0;
  const volume = at < RISE_S ? at / RISE_S : 0.001 ** ((at - RISE_S) / (length - RISE_S));
  return LOUDNESS * volume * Math.sin(2 * Math.PI * hertz * at);
}

/** https://www.rfc-editor.org/rfc/rfc2361 and the RIFF specification: 16 bits, one channel, not compressed. */
function header(samples: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  const write = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  write(0, "RIFF");
  view.setUint32(4, HEADER_BYTES - 8 + samples * 2, true);
  write(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  write(36, "data");
  view.setUint32(40, samples * 2, true);
  return bytes;
}

/** @returns the notes as a WAV file that every browser plays */
export function waveOf(notes: Note[]): Blob {
  const endMs = Math.max(...notes.map(({ atMs, lengthMs }) => atMs + lengthMs));
  const count = Math.ceil((endMs / 1_000) * RATE);
  const samples = new DataView(new ArrayBuffer(count * 2));
  for (let index = 0; index < count; index += 1) {
    const sum = notes.reduce((total, note) => total + sampleOf(note, index / RATE), 0);
    samples.setInt16(index * 2, Math.round(Math.max(-1, Math.min(1, sum)) * 32_767), true);
  }
  return new Blob([header(count), samples], { type: "audio/wav" });
}
