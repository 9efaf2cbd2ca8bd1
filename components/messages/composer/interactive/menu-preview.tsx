"use client";

import { List, Reply } from "lucide-react";
import { useTranslations } from "next-intl";
import { FormattedText } from "@/components/messages/formatting/formatted-text";
import type { MenuDraft } from "./menu-draft";

/** The message as the customer's phone shows it; of a list also what opens at a tap. */
export function MenuPreview({ menu }: { menu: MenuDraft }) {
  const t = useTranslations("composer.menu");
  const buttons = menu.buttons.map((title) => title.trim()).filter(Boolean);
  return (
    <section
      aria-label={t("preview")}
      className="flex flex-col gap-3 self-start rounded-lg bg-sunken p-3 md:sticky md:top-0"
    >
      <h3 className="text-xs font-semibold text-ink-3">{t("preview")}</h3>
      <div className="overflow-hidden rounded-xl rounded-ee-sm bg-bubble-out">
        <div className="px-2.75 py-2">
          {menu.header.trim() && (
            <p dir="auto" className="font-semibold [overflow-wrap:anywhere]">
              {menu.header.trim()}
            </p>
          )}
          {menu.body.trim() ? (
            <FormattedText text={menu.body.trim()} />
          ) : (
            <p className="text-ink-3">{t("bodyPlaceholder")}</p>
          )}
          {menu.footer.trim() && (
            <p dir="auto" className="pt-0.5 text-sm text-ink-3 [overflow-wrap:anywhere]">
              {menu.footer.trim()}
            </p>
          )}
        </div>
        {menu.kind === "button" ? (
          buttons.map((title, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: A button has no identity but its place.
            <Tappable key={at} icon={<Reply className="size-3.5 rtl:-scale-x-100" />} title={title} />
          ))
        ) : (
          <Tappable icon={<List className="size-3.5" />} title={menu.listButton.trim() || t("listButton")} />
        )}
      </div>
      {menu.kind === "list" && <Opened menu={menu} />}
    </section>
  );
}

function Tappable({ icon, title }: { icon: React.ReactNode; title: string }) {
  return (
    <p className="flex items-center justify-center gap-1.5 border-t border-line-strong/50 px-2 py-1.5 text-center font-medium text-accent">
      {icon}
      <span dir="auto" className="truncate">
        {title}
      </span>
    </p>
  );
}

function Opened({ menu }: { menu: MenuDraft }) {
  const t = useTranslations("composer.menu");
  const sections = menu.sections.filter(({ rows }) => rows.some(({ title }) => title.trim() !== ""));
  if (sections.length === 0) return null;
  return (
    <div className="rounded-xl border border-line bg-surface px-3 py-2">
      <p className="pb-1 text-xs text-ink-3">{t("opened")}</p>
      {sections.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: A section has no identity but its place.
        <div key={at}>
          {section.title.trim() && (
            <p dir="auto" className="pt-1 text-sm font-semibold text-accent">
              {section.title}
            </p>
          )}
          {section.rows.map(
            (row, place) =>
              row.title.trim() !== "" && (
                // biome-ignore lint/suspicious/noArrayIndexKey: A row has no identity but its place.
                <p key={place} className="border-t border-line py-1 first:border-t-0">
                  <span dir="auto" className="block">
                    {row.title}
                  </span>
                  {row.description.trim() && (
                    <span dir="auto" className="block text-sm text-ink-3">
                      {row.description}
                    </span>
                  )}
                </p>
              ),
          )}
        </div>
      ))}
    </div>
  );
}
