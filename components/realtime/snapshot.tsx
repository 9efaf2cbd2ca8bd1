"use client";

import type { ReactNode } from "react";
import { useSnapshotCursor } from "./provider";

/** Around what the server rendered, with the moment of the event log before which it read. */
export function Snapshot({ cursor, children }: { cursor: string; children: ReactNode }) {
  useSnapshotCursor(cursor);
  return children;
}
