"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useInboxUrl } from "@/components/conversations/use-inbox-url";
import { useMay } from "@/components/shell/me";
import type { Contact } from "@/lib/contacts/types";

const EraseDialog = lazy(() => import("./erase-dialog"));

export function EraseSection({ contact }: { contact: Contact }) {
  const t = useTranslations("inbox.erase");
  const url = useInboxUrl();
  const [isOpen, setOpen] = useState(false);
  if (!useMay("contacts.erase")) return null;
  return (
    <div className="p-4">
      <button
        type="button"
        className="rounded-sm text-sm text-bad underline-offset-2 hover:underline"
        onClick={() => setOpen(true)}
      >
        {t("open")}
      </button>
      {isOpen && (
        <Suspense>
          <EraseDialog contact={contact} onClose={() => setOpen(false)} onErased={() => url.select(null)} />
        </Suspense>
      )}
    </div>
  );
}
