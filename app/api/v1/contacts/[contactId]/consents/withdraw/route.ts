import { withdrawConsent } from "@/lib/consent";
import { WithdrawConsent } from "@/lib/consent/schemas";
import { route } from "@/lib/web/route";

export const POST = route(WithdrawConsent, withdrawConsent);
