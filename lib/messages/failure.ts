import { type Explanation, explain } from "@/lib/whatsapp";
import type { Refusal } from "./policy-gate";
import type { MessageFailure } from "./types";

/** What is stored of a refusal of our own, made when the message was about to leave. */
export function storedRefusal({ code, reason, nextStep }: Refusal): Record<string, unknown> {
  return { gate: code, reason, nextStep };
}

type Failed = { errorCode: number | null; error: Record<string, unknown> | null };

/** Why a message failed, in words that are made when they are read: better words then reach old failures too. */
export function failureOf({ errorCode, error }: Failed): MessageFailure {
  if (typeof error?.gate === "string") return failureOfRefusal(error);
  const explained = explain(errorCode, text(error?.details) ?? text(error?.message));
  const { title, cause, turn, nextStep, details } = error?.step === "upload" ? ofUpload(explained) : explained;
  return { code: errorCode === null ? "unreachable" : String(errorCode), title, cause, turn, nextStep, details };
}

/** The same refusal means something else of a file than of a message. */
function ofUpload(explained: Explanation): Explanation {
  return {
    ...explained,
    title: "The file was not taken",
    cause: "WhatsApp did not take the file, so nothing was sent.",
    nextStep: "Send it again, or save it in another format first.",
  };
}

function failureOfRefusal(error: Record<string, unknown>): MessageFailure {
  return {
    code: String(error.gate),
    title: "It was not sent",
    cause: text(error.reason) ?? "",
    turn: "agent",
    nextStep: text(error.nextStep) ?? "",
    details: null,
  };
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
