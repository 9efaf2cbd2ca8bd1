"use client";

import { Bold, Code, Italic, List, ListOrdered, SquareCode, Strikethrough, TextQuote } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";
import type { LateParts } from "@/components/ui/late";
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

export default function FormatMenu({ onFormat, ...parts }: LateParts & { onFormat: (format: Format) => void }) {
  const t = useTranslations("composer.format");
  const item = ({ format, icon, keys }: Entry) => (
    <MenuItem key={format} icon={icon} onSelect={() => onFormat(format)} end={keys && <Kbd>{keys}</Kbd>}>
      {t(format)}
    </MenuItem>
  );
  return (
    <Menu {...parts} align="start" side="top">
      {emphasis.map(item)}
      <MenuSeparator />
      {lines.map(item)}
    </Menu>
  );
}
