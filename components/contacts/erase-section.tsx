"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useInboxUrl } from "@/components/conversations/use-inbox-url";
import { useActions } from "@/components/keyboard/use-actions";
import { useMay } from "@/components/shell/me";
import type { Contact } from "@/lib/contacts/types";

const EraseDialog = lazy(() => import("./erase-dialog"));

export function EraseSection({ contact }: { contact: Contact }) {
  const t = useTranslations("inbox.erase");
  const url = useInboxUrl();
  const [isOpen, setOpen] = useState(false);
  const mayErase = useMay("contacts.erase");
  useActions({ eraseContact: mayErase ? () => setOpen(true) : "mayNot" });
  if (!mayErase) return null;
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
