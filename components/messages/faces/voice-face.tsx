"use client";

import { Download, Mic, Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { clockOf } from "@/components/ui/clock";
import { SECOND } from "@/lib/time";
import { cannotPlay } from "./cannot-play";

const speeds = [1, 1.5, 2] as const;

let playing: HTMLAudioElement | null = null;

/** Whoever begins another one has heard enough of the first. */
function playAlone(next: HTMLAudioElement): void {
  if (playing !== next) playing?.pause();
  playing = next;
}

/** A sound with play, place and speed; a format that the browser cannot play becomes a download. */
export function VoiceFace({ url, type, isVoice }: { url: string; type: string | null; isVoice: boolean }) {
  const t = useTranslations("inbox.media");
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [seconds, setSeconds] = useState(0);
  const [length, setLength] = useState(0);
  const [speed, setSpeed] = useState(0);
  const [isDownloaded, setDownloaded] = useState(false);
  if (isDownloaded) {
    return (
      <a href={url} download className="flex items-center gap-2 text-accent underline underline-offset-2">
        <Download className="size-4" aria-hidden="true" />
        {t("download", { type: type ?? t("audio") })}
      </a>
    );
  }
  const toggle = () =>
    isPlaying
      ? audio.current?.pause()
      : void audio.current?.play().catch((error: unknown) => cannotPlay(error) && setDownloaded(true));
  const nextSpeed = () => {
    const next = (speed + 1) % speeds.length;
    setSpeed(next);
    if (audio.current) audio.current.playbackRate = speeds[next] ?? 1;
  };
  return (
    <div className="flex w-64 max-w-full items-center gap-2">
      {/* biome-ignore lint/a11y/useMediaCaption: A voice note comes without captions. */}
      <audio
        ref={audio}
        src={url}
        preload="metadata"
        onPlay={(event) => {
          playAlone(event.currentTarget);
          setPlaying(true);
        }}
        onPause={() => setPlaying(false)}
        onTimeUpdate={(event) => setSeconds(event.currentTarget.currentTime)}
        onDurationChange={(event) => setLength(finite(event.currentTarget.duration))}
        onError={() => setDownloaded(true)}
      />
      <button
        type="button"
        onClick={toggle}
        aria-label={isPlaying ? t("pause") : t("play")}
        className="grid size-9 shrink-0 place-items-center rounded-full bg-accent text-accent-ink"
      >
        {isPlaying ? <Pause className="size-4" /> : <Play className="size-4" />}
      </button>
      <input
        type="range"
        min={0}
        max={Math.max(length, 0.1)}
        step={0.1}
        value={seconds}
        aria-label={t("position")}
        onChange={(event) => {
          if (audio.current) audio.current.currentTime = Number(event.target.value);
        }}
        className="h-1 min-w-0 flex-1 accent-(--accent)"
      />
      <span className="w-9 shrink-0 text-end text-xs text-ink-3">
        {clockOf((isPlaying ? seconds : length) * SECOND)}
      </span>
      <button
        type="button"
        onClick={nextSpeed}
        aria-label={t("speed", { speed: speeds[speed] ?? 1 })}
        className="w-8 shrink-0 rounded-sm bg-ink/5 text-xs font-medium text-ink-2"
      >
        {speeds[speed]}×
      </button>
      {isVoice && <Mic className="size-3.5 shrink-0 text-ink-3" aria-label={t("voice")} />}
    </div>
  );
}

/** A stream without a length says Infinity. */
function finite(length: number): number {
  return Number.isFinite(length) ? length : 0;
}
