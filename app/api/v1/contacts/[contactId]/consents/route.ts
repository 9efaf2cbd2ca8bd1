import { listConsents, recordConsent } from "@/lib/consent";
import { ListConsents, RecordConsent } from "@/lib/consent/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListConsents, listConsents);
export const POST = route(RecordConsent, recordConsent);
