import { readOggOpus, writeOggOpus } from "@/lib/media/voice/ogg-opus";
import { channelsOf, type OpusStream, samplesOf } from "@/lib/media/voice/opus-stream";
import { readWebmOpus } from "@/lib/media/voice/webm-opus";
import { voiceLimits } from "@/lib/whatsapp/types";
import type { FileRefusal } from "./judge";
import type { Treated } from "./treated";

/** A recording as a voice note where it can be one: mono Opus in Ogg of 512 KB at most. Other sound goes as a sound file. */
export function makeVoice(bytes: Buffer, type: string): Treated | FileRefusal {
  const from = { type, sizeBytes: bytes.length };
  const made = type === "audio/ogg" ? checkOgg(bytes) : /webm$/.test(type) ? fromWebm(bytes) : asSound(bytes, type);
  if ("code" in made || made.isVoice) return made;
  const to = { type: made.type, sizeBytes: made.bytes.length };
  return { ...made, change: { code: "not_a_voice_note", from, to } };
}

/** Ogg has to hold Opus, in one channel. */
export function checkOgg(bytes: Buffer): Treated | FileRefusal {
  const stream = readOggOpus(bytes);
  if (!stream) return { code: "sound_not_taken", details: { type: "audio/ogg without Opus" } };
  return opus(stream, channelsOf(stream.head) === 1 ? bytes : writeOggOpus(stream));
}

function fromWebm(bytes: Buffer): Treated | FileRefusal {
  const stream = readWebmOpus(bytes);
  return stream ? opus(stream, writeOggOpus(stream)) : { code: "file_damaged" };
}

function opus({ packets }: OpusStream, bytes: Buffer): Treated | FileRefusal {
  if (packets.length === 0) return { code: "file_empty" };
  if (packets.some((packet) => samplesOf(packet) === 0)) return { code: "file_damaged" };
  const isVoice = bytes.length <= voiceLimits.mostBytes;
  return { bytes, kind: "audio", type: voiceLimits.type, isVoice, change: null };
}

function asSound(bytes: Buffer, type: string): Treated {
  return { bytes, kind: "audio", type: type.replace("video/", "audio/"), isVoice: false, change: null };
}
