"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type KeyName, nameOf } from "@/components/keyboard/match";

/** A second key makes it two, one after the other; after this, the first was all. */
const SECOND_WITHIN_MS = 900;

/** Listens for one or two presses. Escape ends it as it was; Backspace means no keys at all. */
export function useRecorder(onRecorded: (keys: KeyName | null) => void) {
  const [isOn, setOn] = useState(false);
  const first = useRef<KeyName | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const stop = () => {
    clearTimeout(timer.current);
    first.current = null;
    setOn(false);
  };
  const record = (keys: KeyName | null) => {
    stop();
    onRecorded(keys);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOn || event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return stop();
    if (event.key === "Backspace" || event.key === "Delete") return record(null);
    const pressed = nameOf(event.nativeEvent);
    if (pressed === null || event.repeat) return;
    if (first.current !== null) return record(`${first.current} ${pressed}`);
    // With a modifier it is one press: sequences are of plain keys.
    if (pressed.includes("Mod+") || pressed.includes("Alt+")) return record(pressed);
    first.current = pressed;
    timer.current = setTimeout(() => record(pressed), SECOND_WITHIN_MS);
  };
  return { isOn, start: () => setOn(true), stop, onKeyDown };
}
