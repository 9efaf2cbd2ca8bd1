/** Files of both directions: fetched from Meta or brought to be sent, sealed, kept, and handed to those who may see them. */
export { discardMedia } from "./discard";
export { harmlessName } from "./harmless-name";
export { type OpenMedia, openMedia } from "./open-media";
export { dropOrphanedUploads } from "./queue/drop-orphans";
export { type MediaFetchOptions, startMediaFetch } from "./queue/start";
export { removeFiles } from "./remove-files";
export type { ByteRange } from "./storage";
export { type StoredFile, storeMedia } from "./store-media";
export { bringToMeta, forgetHandles, knownHandles } from "./uploads/at-meta";
export { attachUploads, replaceUploads } from "./uploads/attach";
export { letGoOfMedia } from "./uploads/let-go";
export { type ReceiveInput, receiveUpload } from "./uploads/receive";
export { type UsableUpload, useUpload } from "./uploads/use";
export { wakeMediaFetch } from "./wake";
