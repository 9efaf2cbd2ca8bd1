"use client";

import { Contact, FileText, ImageIcon, MapPin, Music, Sticker } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LateParts } from "@/components/ui/late";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { UploadAs } from "@/lib/media/types";
import { type MediaType, mediaLimits } from "@/lib/whatsapp/types";

export type AttachChoice = { accept: string; as: UploadAs | null };

const typesOf = (...kinds: MediaType[]) => kinds.flatMap((kind) => mediaLimits[kind].types).join(",");
/** WebP is made into what WhatsApp takes. */
const pictures = `${typesOf("image")},image/webp`;

type MenuProps = LateParts & {
  onChoose: (choice: AttachChoice) => void;
  onDialog: (dialog: "place" | "card") => void;
};

export default function AttachMenu({ onChoose, onDialog, ...parts }: MenuProps) {
  const t = useTranslations("media.attach");
  return (
    <Menu {...parts} align="start" side="top">
      <MenuItem icon={<ImageIcon />} onSelect={() => onChoose({ accept: `${pictures},${typesOf("video")}`, as: null })}>
        {t("media")}
      </MenuItem>
      <MenuItem icon={<FileText />} onSelect={() => onChoose({ accept: "", as: null })}>
        {t("document")}
      </MenuItem>
      <MenuItem icon={<Music />} onSelect={() => onChoose({ accept: typesOf("audio"), as: null })}>
        {t("audio")}
      </MenuItem>
      <MenuItem icon={<Sticker />} onSelect={() => onChoose({ accept: pictures, as: "sticker" })}>
        {t("sticker")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<MapPin />} onSelect={() => onDialog("place")}>
        {t("location")}
      </MenuItem>
      <MenuItem icon={<Contact />} onSelect={() => onDialog("card")}>
        {t("contact")}
      </MenuItem>
    </Menu>
  );
}
