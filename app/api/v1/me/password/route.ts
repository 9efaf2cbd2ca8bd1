import { changePassword } from "@/lib/auth";
import { ChangePassword } from "@/lib/auth/schemas";
import { route } from "@/lib/web/route";

export const PUT = route(ChangePassword, changePassword);
