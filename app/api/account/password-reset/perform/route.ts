import { resetPassword } from "@/lib/auth";
import { ResetPassword } from "@/lib/auth/schemas";
import { publicRoute } from "@/lib/web/public-route";

export const POST = publicRoute(ResetPassword, resetPassword);
