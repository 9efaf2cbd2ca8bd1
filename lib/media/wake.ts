import { createWake } from "@/lib/jobs";

export const { wake: wakeMediaFetch, onWake: onMediaWanted } = createWake("media");
