import { revokeApiKey } from "@/lib/auth";
import { RevokeApiKey } from "@/lib/auth/schemas";
import { route } from "@/lib/web/route";

export const DELETE = route(RevokeApiKey, revokeApiKey);
