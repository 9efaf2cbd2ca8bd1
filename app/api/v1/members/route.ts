import { listMembers } from "@/lib/members";
import { ListMembers } from "@/lib/members/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListMembers, listMembers);
