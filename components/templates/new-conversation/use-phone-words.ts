"use client";

import { useTranslations } from "next-intl";
import { readPhone } from "@/lib/contacts/types";

type PhoneWords = { phone: { digits: string; shown: string } | null; problem: string | undefined };

/** What is typed, read as a number; why it is none is said only of what looks like one. */
export function usePhoneWords(text: string, near: string | null): PhoneWords {
  const t = useTranslations("templates.phone");
  const reading = readPhone(text, near);
  if (reading.ok) return { phone: reading, problem: undefined };
  const looksLikeOne = /^[\d+(]/.test(text.trim());
  const { problem } = reading;
  return { phone: null, problem: looksLikeOne && problem !== "empty" ? t(problem) : undefined };
}
