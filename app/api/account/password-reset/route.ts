import { requestPasswordReset } from "@/lib/auth";
import { RequestPasswordReset } from "@/lib/auth/schemas";
import { publicRoute } from "@/lib/web/public-route";

export const POST = publicRoute(RequestPasswordReset, requestPasswordReset);
