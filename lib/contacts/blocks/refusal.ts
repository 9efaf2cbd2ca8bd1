import { type DomainError, RefusedError, UnavailableError } from "@/lib/errors";
import { explain } from "@/lib/whatsapp";

/** Meta's refusal in the words of the error table; no answer at all is a failure of the moment. */
export function blockRefusal(code: number | null): DomainError {
  const { title, cause, nextStep } = explain(code);
  if (code === null) {
    return new UnavailableError(`${title}.`, { code: "whatsapp_unreachable", nextStep: "Try it again in a moment." });
  }
  return new RefusedError(`${title}. ${cause}`, { code: `meta_${code}`, nextStep, details: { metaCode: code } });
}
