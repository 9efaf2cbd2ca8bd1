import { acceptInvitation } from "@/lib/members";
import { AcceptInvitation } from "@/lib/members/schemas";
import { publicRoute } from "@/lib/web/public-route";

export const POST = publicRoute(AcceptInvitation, acceptInvitation);
