import { readDraft, saveDraft } from "@/lib/drafts";
import { ReadDraft, SaveDraft } from "@/lib/drafts/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadDraft, readDraft);
export const PUT = route(SaveDraft, saveDraft);
