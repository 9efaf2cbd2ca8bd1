import { listDrafts } from "@/lib/drafts";
import { ListDrafts } from "@/lib/drafts/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListDrafts, listDrafts);
