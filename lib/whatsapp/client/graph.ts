import type { JsonObject, SendAddress } from "@/lib/whatsapp/types";
import type { GraphAccess } from "./call";
import { debugToken } from "./debug-token";
import { deleteMedia, downloadMedia, getMedia } from "./media";
import { markRead, sendMessage } from "./messages";
import { type BlockTarget, blockUsers, deleteContactBookEntry, unblockUsers } from "./people";
import { phoneNumber, phoneNumbers } from "./phone-numbers";
import { subscribeApp, subscribedApps, unsubscribeApp } from "./subscribed-apps";
import { listTemplates } from "./templates";
import { takeThread } from "./thread-control";
import { type Upload, uploadMedia } from "./upload-media";

export type Graph = ReturnType<typeof graph>;

/** The Cloud API in the name of one token. Every call answers with a result; none throws for what Meta or the network does. */
export function graph(access: GraphAccess) {
  return {
    sendMessage: (phoneNumberId: string, body: JsonObject) => sendMessage(access, phoneNumberId, body),
    markRead: (phoneNumberId: string, wamid: string, options?: { typing?: boolean }) =>
      markRead(access, phoneNumberId, wamid, options),
    takeThread: (phoneNumberId: string, address: SendAddress) => takeThread(access, phoneNumberId, address),
    uploadMedia: (phoneNumberId: string, upload: Upload) => uploadMedia(access, phoneNumberId, upload),
    getMedia: (mediaId: string, phoneNumberId?: string) => getMedia(access, mediaId, phoneNumberId),
    downloadMedia: (url: string, options?: { maxBytes?: number }) => downloadMedia(access, url, options),
    deleteMedia: (mediaId: string, phoneNumberId?: string) => deleteMedia(access, mediaId, phoneNumberId),
    phoneNumbers: (wabaId: string, page?: { after?: string }) => phoneNumbers(access, wabaId, page),
    phoneNumber: (id: string) => phoneNumber(access, id),
    subscribedApps: (wabaId: string) => subscribedApps(access, wabaId),
    subscribeApp: (wabaId: string, override?: { callbackUrl: string; verifyToken: string }) =>
      subscribeApp(access, wabaId, override),
    unsubscribeApp: (wabaId: string) => unsubscribeApp(access, wabaId),
    debugToken: (app: { id: string; secret: string }) => debugToken(access, app),
    templates: (wabaId: string, page?: { after?: string | undefined; limit?: number }) =>
      listTemplates(access, wabaId, page),
    deleteContactBookEntry: (phoneNumberId: string, bsuid: string) =>
      deleteContactBookEntry(access, phoneNumberId, bsuid),
    blockUsers: (phoneNumberId: string, targets: BlockTarget[]) => blockUsers(access, phoneNumberId, targets),
    unblockUsers: (phoneNumberId: string, targets: BlockTarget[]) => unblockUsers(access, phoneNumberId, targets),
  };
}
