import { readMyOffer } from "@/lib/routing";
import { ReadMyOffer } from "@/lib/routing/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadMyOffer, readMyOffer);
