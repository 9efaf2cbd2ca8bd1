import { expect, test } from "vitest";
import { waveOf } from "./melody";

const bytesOf = async (blob: Blob) => new DataView(await blob.arrayBuffer());
const textAt = (view: DataView, at: number, length: number) =>
  String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)));

test("a melody is a WAV file of its length", async () => {
  const wave = waveOf([
    { hertz: 440, atMs: 0, lengthMs: 100 },
    { hertz: 880, atMs: 100, lengthMs: 100 },
  ]);
  expect(wave.type).toBe("audio/wav");
  const view = await bytesOf(wave);
  expect([textAt(view, 0, 4), textAt(view, 8, 8), textAt(view, 36, 4)]).toEqual(["RIFF", "WAVEfmt ", "data"]);
  expect(view.getUint32(4, true)).toBe(view.byteLength - 8);
  expect(view.getUint32(40, true)).toBe(view.byteLength - 44);
  expect(view.getUint32(40, true) / view.getUint32(28, true)).toBeCloseTo(0.2, 3);
});

test("it begins and ends in silence, swings as often as its note says, and never hurts", async () => {
  const view = await bytesOf(waveOf([{ hertz: 100, atMs: 0, lengthMs: 500 }]));
  const samples = Array.from({ length: (view.byteLength - 44) / 2 }, (_, index) => view.getInt16(44 + index * 2, true));
  expect(samples[0]).toBe(0);
  expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(10);
  const loudest = Math.max(...samples.map(Math.abs));
  expect(loudest).toBeGreaterThan(1_000);
  expect(loudest).toBeLessThan(4_000);
  const half = samples.slice(0, samples.length / 2);
  const risings = half.filter((sample, index) => sample > 0 && (half[index - 1] ?? 0) <= 0).length;
  expect(risings).toBe(25);
});
