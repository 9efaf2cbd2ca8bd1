"use client";

import { LayoutList } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import type { Compose } from "@/components/messages/composer/use-compose";
import { IconButton } from "@/components/ui/icon-button";

const MenuDialog = lazy(() => import("./menu-dialog"));

/** Opens the builder of answers to tap; what is written already becomes its question. */
export function InteractiveButton({ compose }: { compose: Compose }) {
  const t = useTranslations("composer.menu");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton label={t("open")} onClick={() => setOpen(true)}>
        <LayoutList className="size-4.5" />
      </IconButton>
      {isOpen && (
        <Suspense>
          <MenuDialog compose={compose} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
