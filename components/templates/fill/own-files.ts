import { previewOf } from "@/components/messages/faces/local-previews";
import { isUuid } from "@/lib/ids";
import type { MessageMedia } from "@/lib/messages/types";
import type { ShownTemplate } from "@/lib/whatsapp/types";

/** The files of a template that is being filled in, before there is a message which holds them: who uploaded one may see it. */
export function ownFilesOf({ header, cards }: Pick<ShownTemplate, "header" | "cards">): MessageMedia[] {
  return [header, ...cards.map((card) => card.header)].flatMap((each) => {
    if (!each || each.type === "text" || each.type === "location" || !isUuid(each.id)) return [];
    const { id, filename = null } = each;
    const known = { failure: null, failureCode: null, type: null, sizeBytes: null };
    return { id, uploadId: id, state: "stored", ...known, filename, url: previewOf(id) ?? `/api/v1/media/${id}` };
  });
}
