import { inviteMember, listInvitations } from "@/lib/members";
import { InviteMember, ListInvitations } from "@/lib/members/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListInvitations, listInvitations);
export const POST = route(InviteMember, inviteMember);
