"use client";

import { useTranslations } from "next-intl";
import { ErrorState } from "@/components/ui/error-state";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("common.error");
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState
        title={t("title")}
        nextStep={t("nextStep")}
        code={digestOf(error)}
        retryLabel={t("retry")}
        onRetry={retry}
      />
    </main>
  );
}

/** What the server's log knows the error by. */
function digestOf(error: unknown): string | undefined {
  return error instanceof Error && "digest" in error ? String(error.digest) : undefined;
}
