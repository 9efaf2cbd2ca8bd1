import { createWake } from "@/lib/jobs";

/** Inside one process. Others are reached by a coalesced NOTIFY, never from a hot transaction. */
export const { wake: wakeTail, onWake } = createWake("events");
