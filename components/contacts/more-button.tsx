"use client";

import { useTranslations } from "next-intl";
import { readOn } from "@/components/queries/read-on";
import { Button } from "@/components/ui/button";

type Pages = Parameters<typeof readOn>[0] & { hasNextPage: boolean; isFetchingNextPage: boolean };

/** The next page of a list that does not fill the screen by itself. */
export function MoreButton({ query }: { query: Pages }) {
  const t = useTranslations("contacts.page");
  if (!query.hasNextPage) return null;
  return (
    <div className="flex justify-center border-t py-2">
      <Button variant="quiet" busy={query.isFetchingNextPage} onClick={() => void readOn(query)}>
        {t("more")}
      </Button>
    </div>
  );
}
