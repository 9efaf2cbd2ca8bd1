import { createWake } from "@/lib/jobs";

export const { wake: wakeTemplateSync, onWake: onTemplateSyncWanted } = createWake("templates");
