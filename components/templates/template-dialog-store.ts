import { createOpenStore } from "./open-store";

/** Open for the conversation with this id. */
export const templateDialog = createOpenStore<string>();
