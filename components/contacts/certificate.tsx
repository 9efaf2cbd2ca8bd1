"use client";

import { useTranslations } from "next-intl";
import type { Output } from "@/components/api";
import { useTimeWords } from "@/components/conversations/use-time-words";
import type { EraseContact } from "@/lib/contacts/schemas";

/** What an erasure took away, table by table. */
export function Certificate({ certificate }: { certificate: Output<typeof EraseContact> }) {
  const t = useTranslations("inbox.erase");
  const words = useTimeWords();
  const rows = Object.entries(certificate.rows).filter(([, count]) => count > 0);
  return (
    <div>
      <p className="text-ink-2">{t("at", { time: words.exact(certificate.erasedAt) })}</p>
      <dl className="mt-3 grid grid-cols-[1fr_auto] gap-y-1 rounded-lg bg-sunken px-3 py-2">
        {rows.map(([table, count]) => (
          <div key={table} className="contents">
            <dt>{table.replaceAll("_", " ")}</dt>
            <dd className="text-end">{count}</dd>
          </div>
        ))}
        <dt>{t("files")}</dt>
        <dd className="text-end">{certificate.files}</dd>
      </dl>
    </div>
  );
}
