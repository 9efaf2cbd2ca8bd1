import { HOUR } from "@/lib/time";

/** How long a deleted note can be brought back; after that its words are gone. */
export const RESTORABLE_MS = HOUR;
