import { signUp } from "@/lib/tenants";
import { SignUp } from "@/lib/tenants/schemas";
import { publicRoute } from "@/lib/web/public-route";

export const POST = publicRoute(SignUp, signUp);
