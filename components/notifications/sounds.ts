import type { NoticeKind } from "@/lib/preferences/types";

type Note = { hertz: number; atMs: number; lengthMs: number };

/** Each kind can be told by ear: two rising for somebody new, one for mine, three for a call, two falling for trouble. */
const melodies: Record<NoticeKind, Note[]> = {
  unassigned: [
    { hertz: 523, atMs: 0, lengthMs: 120 },
    { hertz: 784, atMs: 110, lengthMs: 180 },
  ],
  mine: [{ hertz: 880, atMs: 0, lengthMs: 220 }],
  mention: [
    { hertz: 880, atMs: 0, lengthMs: 90 },
    { hertz: 880, atMs: 120, lengthMs: 90 },
    { hertz: 1_175, atMs: 240, lengthMs: 200 },
  ],
  warning: [
    { hertz: 440, atMs: 0, lengthMs: 180 },
    { hertz: 311, atMs: 190, lengthMs: 280 },
  ],
};

const LOUDNESS = 0.08;
let context: AudioContext | null = null;

/** Silent where the browser lets nothing sound before the page has been touched. */
export function playSound(kind: NoticeKind): void {
  if (typeof AudioContext === "undefined") return;
  context ??= new AudioContext();
  const audio = context;
  if (audio.state === "suspended") void audio.resume().catch(() => undefined);
  for (const { hertz, atMs, lengthMs } of melodies[kind]) {
    const start = audio.currentTime + atMs / 1_000;
    const end = start + lengthMs / 1_000;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, end);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(end);
  }
}
