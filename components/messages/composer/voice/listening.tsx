"use client";

import { Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { clockOf } from "@/components/ui/clock";
import { IconButton } from "@/components/ui/icon-button";
import { SECOND } from "@/lib/time";
import { Levels } from "./levels";
import type { Recording } from "./recorder";

/** What was recorded, to be heard before it is sent. */
export function Listening({ recording: { file, seconds, levels } }: { recording: Recording }) {
  const t = useTranslations("media.voice");
  const audio = useRef<HTMLAudioElement>(null);
  const [url, setUrl] = useState<string>();
  const [isPlaying, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  const toggle = () => (isPlaying ? audio.current?.pause() : void audio.current?.play().catch(() => undefined));
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: One's own words, a moment ago. */}
      <audio
        ref={audio}
        src={url}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
      />
      <IconButton label={isPlaying ? t("stopPlaying") : t("play")} onClick={toggle}>
        {isPlaying ? <Pause className="size-4.5" /> : <Play className="size-4.5" />}
      </IconButton>
      <Levels levels={levels} played={seconds > 0 ? at / seconds : 0} />
      <span className="w-10 shrink-0 text-end text-sm tabular-nums">
        {clockOf((isPlaying ? at : seconds) * SECOND)}
      </span>
    </>
  );
}
