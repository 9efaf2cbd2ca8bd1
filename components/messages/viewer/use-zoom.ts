"use client";

import { type PointerEvent, useCallback, useEffect, useRef, useState, type WheelEvent } from "react";

const MOST = 8;
const STEP = 1.5;
const SWIPE_PX = 60;

type View = { scale: number; x: number; y: number };
type Point = { x: number; y: number };

const fitted: View = { scale: 1, x: 0, y: 0 };

/** Wheel, pinch, drag and double click on a picture; a swipe on one that fits goes on to the next. */
export function useZoom(key: string, onSwipe: (step: 1 | -1) => void) {
  const [view, setView] = useState(fitted);
  const pointers = useRef(new Map<number, Point>());
  const begun = useRef<{ at: Point; view: View; distance: number } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: Another picture begins anew.
  useEffect(() => setView(fitted), [key]);

  const zoomBy = useCallback((factor: number, around: Point = { x: 0, y: 0 }) => {
    setView(({ scale, x, y }) => {
      const next = Math.min(MOST, Math.max(1, scale * factor));
      if (next === 1) return fitted;
      const grown = next / scale;
      return { scale: next, x: around.x - (around.x - x) * grown, y: around.y - (around.y - y) * grown };
    });
  }, []);

  const begin = () => {
    const [first, second] = [...pointers.current.values()];
    if (first) begun.current = { at: middle(first, second), view, distance: distance(first, second) };
  };

  const handlers = {
    onWheel: (event: WheelEvent<HTMLElement>) => zoomBy(event.deltaY < 0 ? 1.2 : 1 / 1.2, fromCentre(event)),
    onDoubleClick: (event: React.MouseEvent<HTMLElement>) =>
      view.scale > 1 ? setView(fitted) : zoomBy(2.5, fromCentre(event)),
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      begin();
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const start = begun.current;
      if (!start || !pointers.current.has(event.pointerId)) return;
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const [first, second] = [...pointers.current.values()];
      if (!first) return;
      const at = middle(first, second);
      const moved = { x: start.view.x + at.x - start.at.x, y: start.view.y + at.y - start.at.y };
      if (second && start.distance > 0) {
        const scale = Math.min(MOST, Math.max(1, (start.view.scale * distance(first, second)) / start.distance));
        setView({ scale, ...moved });
      } else if (start.view.scale > 1) setView({ scale: start.view.scale, ...moved });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const start = begun.current;
      const wasAlone = pointers.current.size === 1;
      pointers.current.delete(event.pointerId);
      begun.current = null;
      if (pointers.current.size > 0) return begin();
      if (!start || !wasAlone || start.view.scale > 1) return;
      const across = event.clientX - start.at.x;
      if (Math.abs(across) > SWIPE_PX && Math.abs(across) > 2 * Math.abs(event.clientY - start.at.y)) {
        onSwipe(across < 0 ? 1 : -1);
      }
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => {
      pointers.current.delete(event.pointerId);
      begun.current = null;
    },
  };
  return {
    view,
    handlers,
    zoomIn: () => zoomBy(STEP),
    zoomOut: () => zoomBy(1 / STEP),
    reset: () => setView(fitted),
  };
}

function middle(one: Point, other: Point | undefined): Point {
  return other ? { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 } : one;
}

function distance(one: Point, other: Point | undefined): number {
  return other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
}

function fromCentre(event: React.MouseEvent<HTMLElement>): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 };
}
