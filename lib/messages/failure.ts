import { explain } from "@/lib/whatsapp";
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
  const { title, cause, turn, nextStep, details } = explain(errorCode, text(error?.details) ?? text(error?.message));
  return { code: errorCode === null ? "unreachable" : String(errorCode), title, cause, turn, nextStep, details };
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
