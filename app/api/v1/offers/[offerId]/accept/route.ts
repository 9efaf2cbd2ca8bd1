import { acceptOffer } from "@/lib/routing";
import { AcceptOffer } from "@/lib/routing/schemas";
import { route } from "@/lib/web/route";

export const POST = route(AcceptOffer, acceptOffer);
