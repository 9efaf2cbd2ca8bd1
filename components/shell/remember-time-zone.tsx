"use client";

import { useRouter } from "next/navigation";
import { useTimeZone } from "next-intl";
import { useEffect } from "react";
import { keepForNextPage } from "./theme";

/** Times are shown in the member's own zone; until one is chosen in the profile, the browser's is as good. */
export function RememberTimeZone({ chosen }: { chosen: string | null }) {
  const router = useRouter();
  const rendered = useTimeZone();
  useEffect(() => {
    const wanted = chosen ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (wanted === rendered) return;
    keepForNextPage("time-zone", wanted);
    router.refresh();
  }, [chosen, rendered, router]);
  return null;
}
