import { startExpiry } from "@/lib/auth";
import { startIngest, startRetention } from "@/lib/inbound";
import { startMediaFetch } from "@/lib/media";
import { startSending } from "@/lib/messages";
import type { Part } from "./only";

type Stoppable = { stop: () => Promise<void> };

/** The work in the background that belongs to the parts asked for. */
export function startLoops(parts: ReadonlySet<Part>): Stoppable[] {
  return [
    ...(parts.has("ingest") ? [startIngest()] : []),
    ...(parts.has("send") ? [startSending()] : []),
    ...(parts.has("jobs") ? [startMediaFetch(), startRetention(), startExpiry()] : []),
  ];
}
