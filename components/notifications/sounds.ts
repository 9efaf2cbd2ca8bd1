import type { NoticeKind } from "@/lib/preferences/types";
import { type Note, waveOf } from "./melody";

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

const urls = new Map<NoticeKind, string>();

function urlOf(kind: NoticeKind): string {
  const url = urls.get(kind) ?? URL.createObjectURL(waveOf(melodies[kind]));
  urls.set(kind, url);
  return url;
}

/**
 * Silent where the browser lets nothing sound before the page has been touched, and where there is no sound card: an audio
 * context would hold the card for as long as the page lives, and complain of each that goes away.
 */
export function playSound(kind: NoticeKind): void {
  void new Audio(urlOf(kind)).play().catch(() => undefined);
}
