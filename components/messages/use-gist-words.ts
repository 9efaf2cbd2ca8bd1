"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Gist } from "@/lib/whatsapp/types";

/** What somebody wrote, as it is; what a message without words is, in the reader's language. */
export function useGistWords(): (message: { text: string; gist: Gist | null }) => string {
  const t = useTranslations("inbox.gist");
  return useCallback(
    ({ text, gist }) => (gist ? t(gist.kind, { name: gist.name ?? "", count: gist.count ?? 0 }) : text),
    [t],
  );
}
