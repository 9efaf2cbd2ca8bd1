import { createWake } from "@/lib/jobs";

export const { wake: wakeSending, onWake: onSendingWanted } = createWake("sending");
