"use client";

import { LayoutList } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useActions } from "@/components/keyboard/use-actions";
import type { Compose } from "@/components/messages/composer/use-compose";
import { IconButton } from "@/components/ui/icon-button";
import type { ConversationSummary } from "@/lib/conversations/types";

const MenuDialog = lazy(() => import("./menu-dialog"));

type ButtonProps = { conversation: ConversationSummary; compose: Compose };

/** Opens the builder of answers to tap; what is written already becomes its question. */
export function InteractiveButton({ conversation, compose }: ButtonProps) {
  const t = useTranslations("composer.menu");
  const [isOpen, setOpen] = useState(false);
  useActions({ choices: () => setOpen(true) });
  return (
    <>
      <IconButton label={t("open")} onClick={() => setOpen(true)}>
        <LayoutList className="size-4.5" />
      </IconButton>
      {isOpen && (
        <Suspense>
          <MenuDialog conversation={conversation} compose={compose} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
