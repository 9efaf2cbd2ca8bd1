/** Files that customers send: fetched from Meta, sealed, kept, and handed to those who may see the conversation. */
export { discardMedia } from "./discard";
export { type OpenMedia, openMedia } from "./open-media";
export { type MediaFetchOptions, startMediaFetch } from "./queue/start";
export { removeFiles } from "./remove-files";
export type { ByteRange } from "./storage";
export { type StoredFile, storeMedia } from "./store-media";
export { wakeMediaFetch } from "./wake";
