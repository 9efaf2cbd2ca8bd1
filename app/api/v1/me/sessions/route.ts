import { listMySessions, signOutEverywhere } from "@/lib/auth";
import { ListMySessions, SignOutEverywhere } from "@/lib/auth/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListMySessions, listMySessions);
export const DELETE = route(SignOutEverywhere, signOutEverywhere);
