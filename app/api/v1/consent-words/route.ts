import { readConsentWords, resetConsentWords, saveConsentWords } from "@/lib/consent";
import { ReadConsentWords, ResetConsentWords, SaveConsentWords } from "@/lib/consent/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadConsentWords, readConsentWords);
export const PUT = route(SaveConsentWords, saveConsentWords);
export const DELETE = route(ResetConsentWords, resetConsentWords);
