import { revokeSession } from "@/lib/auth";
import { RevokeSession } from "@/lib/auth/schemas";
import { route } from "@/lib/web/route";

export const DELETE = route(RevokeSession, revokeSession);
