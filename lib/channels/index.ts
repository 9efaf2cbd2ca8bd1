/** A channel is one of our WhatsApp numbers, with the Meta app that signs for it and the token that sends from it. */
export { checkChannel } from "./check";
export { createChannel } from "./create";
export { type DirectoryEntry, findInDirectory } from "./directory";
export { disconnectChannel } from "./disconnect";
export { editChannel } from "./edit";
export { graphForChannel, graphOf } from "./graph";
export { listChannels } from "./list";
export { ensureOwnMetaApp } from "./meta-apps";
export { replaceChannelToken } from "./replace-token";
