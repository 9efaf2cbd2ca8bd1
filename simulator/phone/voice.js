import { byId, element } from "./dom.js";
import { icon } from "./icons.js";
import { oggOf } from "./ogg.js";

const bitrate = 24_000;

/** Holds the microphone while a voice message is spoken; the send button sends it, the bin throws it away. */
export function prepareVoice(onVoice) {
  const mic = byId("mic");
  if (!("AudioEncoder" in window) || !("MediaStreamTrackProcessor" in window)) {
    mic.hidden = true;
    return { isRecording: () => false, send: () => undefined };
  }
  mic.append(icon("mic"));
  let recording;
  const bar = byId("voice");
  const time = element("span", { role: "timer" });
  const drop = element("button", { type: "button", className: "round", "aria-label": "Discard the recording" }, "×");
  bar.append(drop, element("span", { className: "voice-dot", "aria-hidden": "true" }), time);
  const show = () => {
    bar.hidden = !recording;
    byId("text").hidden = Boolean(recording);
    mic.hidden = Boolean(recording);
  };
  const tick = setInterval(() => {
    if (recording) time.textContent = clock((performance.now() - recording.since) / 1000);
  }, 200);
  mic.addEventListener("click", async () => {
    try {
      recording = await record();
    } catch (error) {
      bar.title = String(error);
    }
    time.textContent = clock(0);
    show();
  });
  drop.addEventListener("click", async () => {
    const dropped = recording;
    recording = undefined;
    show();
    await dropped?.stop();
  });
  addEventListener("pagehide", () => clearInterval(tick));
  return {
    isRecording: () => Boolean(recording),
    async send() {
      const ended = recording;
      recording = undefined;
      show();
      const packets = await ended.stop();
      if (packets.length > 0) await onVoice(oggOf(packets));
    },
  };
}

async function record() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  const [track] = stream.getAudioTracks();
  const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
  const packets = [];
  const encoder = new AudioEncoder({
    output: (chunk) => {
      const packet = new Uint8Array(chunk.byteLength);
      chunk.copyTo(packet);
      packets.push(packet);
    },
    error: () => track.stop(),
  });
  const pump = async () => {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const { sampleRate, numberOfChannels } = next.value;
      if (encoder.state === "unconfigured") {
        encoder.configure({ codec: "opus", sampleRate, numberOfChannels, bitrate, opus: { frameDuration: 20_000 } });
      }
      encoder.encode(next.value);
      next.value.close();
    }
  };
  const ended = pump();
  return {
    since: performance.now(),
    async stop() {
      track.stop();
      await ended;
      if (encoder.state === "configured") await encoder.flush();
      if (encoder.state !== "closed") encoder.close();
      return packets;
    },
  };
}

function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}
