import { declineOffer } from "@/lib/routing";
import { DeclineOffer } from "@/lib/routing/schemas";
import { route } from "@/lib/web/route";

export const POST = route(DeclineOffer, declineOffer);
