"use client";

import { Bold, Code, Italic, List, ListOrdered, SquareCode, Strikethrough, TextQuote, Type } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Format } from "./editing/format";

type Entry = { format: Format; icon: ReactNode; keys?: string };

const emphasis: Entry[] = [
  { format: "bold", icon: <Bold className="size-4" />, keys: "Ctrl B" },
  { format: "italic", icon: <Italic className="size-4" />, keys: "Ctrl I" },
  { format: "strike", icon: <Strikethrough className="size-4" />, keys: "Ctrl ⇧ X" },
  { format: "code", icon: <Code className="size-4" /> },
  { format: "mono", icon: <SquareCode className="size-4" /> },
];
const lines: Entry[] = [
  { format: "bullets", icon: <List className="size-4" /> },
  { format: "numbers", icon: <ListOrdered className="size-4" /> },
  { format: "quote", icon: <TextQuote className="size-4" /> },
];

/** WhatsApp's formatting for what is selected. */
export function FormatMenu({ onFormat }: { onFormat: (format: Format) => void }) {
  const t = useTranslations("composer.format");
  const item = ({ format, icon, keys }: Entry) => (
    <MenuItem key={format} icon={icon} onSelect={() => onFormat(format)} end={keys && <Kbd>{keys}</Kbd>}>
      {t(format)}
    </MenuItem>
  );
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <IconButton label={t("label")}>
          <Type className="size-4.5" />
        </IconButton>
      }
    >
      {emphasis.map(item)}
      <MenuSeparator />
      {lines.map(item)}
    </Menu>
  );
}
