import { voiceLimits } from "@/lib/whatsapp/types";

/** Sixteen thousand bits a second are clear speech, and four minutes of it fit into what WhatsApp plays. */
const BITS_PER_SECOND = 16_000;
/** What the browser wraps around the sound is a little more than what is sent. */
const MOST_BYTES = voiceLimits.mostBytes - 16 * 1024;
const CHUNK_MS = 250;
/** The first that the browser can; the last is no voice message to WhatsApp. */
const types = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];

export type Recording = { file: File; seconds: number; levels: readonly number[] };

export type Recorder = {
  /** Whether WhatsApp will play it as a voice message. */
  isVoice: boolean;
  pause: () => void;
  resume: () => void;
  /** Ends it; null when nothing was recorded. */
  stop: () => Promise<Recording | null>;
  cancel: () => void;
  /** How loud it is now, from 0 to 1. */
  level: () => number;
  seconds: () => number;
  secondsLeft: () => number;
};

export type RecordingFault = "denied" | "none" | "broken";

export function canRecord(): boolean {
  return typeof MediaRecorder !== "undefined" && navigator.mediaDevices !== undefined;
}

export function faultOf(error: unknown): RecordingFault {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "none" : "broken";
}

/** Nothing of it is played, so no loudspeaker is asked for: https://www.w3.org/TR/webaudio/#dom-audiocontextoptions-sinkid */
const unheard: AudioContextOptions & { sinkId: { type: "none" } } = { sinkId: { type: "none" } };

/**
 * Records the microphone in one channel, whatever it has. `onFull` is called when no more fits into a voice message.
 * @throws {DOMException} when there is no microphone or it is not allowed
 */
export async function startRecording(onFull: () => void): Promise<Recorder> {
  const microphone = await navigator.mediaDevices.getUserMedia({
    audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
  const context = new AudioContext(unheard);
  const analyser = new AnalyserNode(context, { fftSize: 1_024 });
  const mono = new MediaStreamAudioDestinationNode(context, { channelCount: 1, channelCountMode: "explicit" });
  new MediaStreamAudioSourceNode(context, { mediaStream: microphone }).connect(analyser).connect(mono);
  void context.resume();
  const type = types.find((each) => MediaRecorder.isTypeSupported(each)) ?? "";
  const media = new MediaRecorder(mono.stream, { mimeType: type, audioBitsPerSecond: BITS_PER_SECOND });
  const chunks: Blob[] = [];
  const levels: number[] = [];
  const clock = stopwatch();
  let bytes = 0;
  media.ondataavailable = ({ data }) => {
    chunks.push(data);
    bytes += data.size;
    if (bytes >= MOST_BYTES && media.state === "recording") {
      media.pause();
      clock.pause();
      onFull();
    }
  };
  media.start(CHUNK_MS);
  clock.resume();

  const release = () => {
    for (const track of microphone.getTracks()) track.stop();
    void context.close();
  };
  const samples = new Uint8Array(analyser.fftSize);
  const ended = new Promise<void>((resolve) => media.addEventListener("stop", () => resolve(), { once: true }));
  return {
    isVoice: !type.startsWith("audio/mp4"),
    pause: () => {
      if (media.state === "recording") media.pause();
      clock.pause();
    },
    resume: () => {
      if (media.state === "paused" && bytes < MOST_BYTES) {
        media.resume();
        clock.resume();
      }
    },
    async stop() {
      clock.pause();
      if (media.state !== "inactive") {
        media.stop();
        await ended;
      }
      release();
      const blob = new Blob(chunks, { type: media.mimeType });
      const name = `voice-message.${blob.type.includes("ogg") ? "ogg" : blob.type.includes("mp4") ? "m4a" : "webm"}`;
      const file = new File([blob], name, { type: blob.type });
      return blob.size === 0 ? null : { file, seconds: clock.seconds(), levels };
    },
    cancel() {
      media.ondataavailable = null;
      if (media.state !== "inactive") media.stop();
      release();
    },
    level() {
      if (media.state !== "recording") return 0;
      analyser.getByteTimeDomainData(samples);
      const level = loudnessOf(samples);
      levels.push(level);
      return level;
    },
    seconds: clock.seconds,
    secondsLeft: () => Math.max(0, Math.round(((MOST_BYTES - bytes) * 8) / BITS_PER_SECOND)),
  };
}

/** Of samples around 128; speech at an arm's length fills about half. */
function loudnessOf(samples: Uint8Array): number {
  let sum = 0;
  for (const sample of samples) sum += (sample - 128) ** 2;
  return Math.min(1, Math.sqrt(sum / samples.length) / 40);
}

function stopwatch() {
  let passedMs = 0;
  let since: number | null = null;
  const now = () => passedMs + (since === null ? 0 : performance.now() - since);
  return {
    resume: () => {
      since ??= performance.now();
    },
    pause: () => {
      passedMs = now();
      since = null;
    },
    seconds: () => now() / 1_000,
  };
}
