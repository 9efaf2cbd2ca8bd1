"use client";

import { useEffect, useRef, useState } from "react";
import { faultOf, type Recorder, type Recording, type RecordingFault, startRecording } from "./recorder";

const LOOK_EVERY_MS = 100;
const SHOWN_LEVELS = 48;
const SILENT = 0.01;
const SILENT_AFTER_LOOKS = 30;

export type RecorderView = {
  state: "asking" | "recording" | "paused" | "done" | "failed";
  fault: RecordingFault | null;
  recording: Recording | null;
  seconds: number;
  secondsLeft: number;
  /** The last of them, the newest at the end. */
  levels: readonly number[];
  isSilent: boolean;
  isFull: boolean;
  isVoice: boolean;
};

const begin: RecorderView = {
  state: "asking",
  fault: null,
  recording: null,
  seconds: 0,
  secondsLeft: Number.POSITIVE_INFINITY,
  levels: [],
  isSilent: false,
  isFull: false,
  isVoice: true,
};

/** One recording, begun at once. What has been recorded when the component goes is handed to `onLeft`. */
export function useRecorder(onLeft: (recording: Recording) => void) {
  const [view, setView] = useState(begin);
  const recorder = useRef<Recorder | null>(null);
  const left = useRef(onLeft);
  useEffect(() => {
    left.current = onLeft;
  });
  const change = (changes: Partial<RecorderView>) => setView((before) => ({ ...before, ...changes }));

  useEffect(() => {
    let isGone = false;
    let silentLooks = 0;
    const show = (changes: Partial<RecorderView>) => setView((before) => ({ ...before, ...changes }));
    const onFull = () => show({ state: "paused", isFull: true });
    startRecording(onFull).then(
      (started) => {
        if (isGone) return started.cancel();
        recorder.current = started;
        show({ state: "recording", isVoice: started.isVoice });
      },
      (error: unknown) => show({ state: "failed", fault: faultOf(error) }),
    );
    const look = () => {
      const present = recorder.current;
      if (!present) return;
      const level = present.level();
      silentLooks = level < SILENT ? silentLooks + 1 : 0;
      setView((before) =>
        before.state === "recording"
          ? {
              ...before,
              seconds: present.seconds(),
              secondsLeft: present.secondsLeft(),
              levels: [...before.levels, level].slice(-SHOWN_LEVELS),
              isSilent: silentLooks >= SILENT_AFTER_LOOKS,
            }
          : before,
      );
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
      const unfinished = recorder.current;
      recorder.current = null;
      if (unfinished) void unfinished.stop().then((recording) => recording && left.current(recording));
    };
  }, []);

  const end = async () => {
    const present = recorder.current;
    recorder.current = null;
    return present ? present.stop() : null;
  };
  return {
    view,
    pause: () => {
      recorder.current?.pause();
      change({ state: "paused" });
    },
    resume: () => {
      recorder.current?.resume();
      change({ state: "recording" });
    },
    cancel: () => {
      recorder.current?.cancel();
      recorder.current = null;
    },
    listen: async () => {
      const recording = await end();
      if (recording) change({ state: "done", recording });
    },
    /** The recording, which is ended when it was not. */
    take: async () => view.recording ?? end(),
  };
}
