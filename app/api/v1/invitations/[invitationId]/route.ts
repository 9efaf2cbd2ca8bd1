import { revokeInvitation } from "@/lib/members";
import { RevokeInvitation } from "@/lib/members/schemas";
import { route } from "@/lib/web/route";

export const DELETE = route(RevokeInvitation, revokeInvitation);
