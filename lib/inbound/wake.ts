import { createWake } from "@/lib/jobs";

export const { wake: wakeIngest, onWake: onIngestWanted } = createWake("ingest");
