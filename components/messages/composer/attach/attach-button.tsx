"use client";

import { Contact, FileText, ImageIcon, MapPin, Music, Paperclip, Sticker } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { UploadAs } from "@/lib/media/types";
import { type MediaType, mediaLimits } from "@/lib/whatsapp/types";
import { attachments } from "./attachments";
import { useAttach } from "./use-attach";

const PlaceDialog = lazy(() => import("./place-dialog"));
const CardDialog = lazy(() => import("./card-dialog"));

type Choice = { accept: string; as: UploadAs | null };

const typesOf = (...kinds: MediaType[]) => kinds.flatMap((kind) => mediaLimits[kind].types).join(",");
/** WebP is made into what WhatsApp takes. */
const pictures = `${typesOf("image")},image/webp`;

/** Files of each kind, a place or contact cards. */
export function AttachButton({ conversationId }: { conversationId: string }) {
  const t = useTranslations("media.attach");
  const input = useRef<HTMLInputElement>(null);
  const wanted = useRef<UploadAs | null>(null);
  const attach = useAttach(conversationId);
  const [dialog, setDialog] = useState<"place" | "card" | null>(null);
  const choose = ({ accept, as }: Choice) => {
    if (!input.current) return;
    input.current.accept = accept;
    wanted.current = as;
    input.current.click();
  };
  const take = (files: File[]) =>
    wanted.current ? attachments.add(conversationId, files, wanted.current) : attach(files);
  const close = () => setDialog(null);
  return (
    <>
      <Menu
        align="start"
        side="top"
        trigger={
          <IconButton label={t("open")}>
            <Paperclip className="size-4.5" />
          </IconButton>
        }
      >
        <MenuItem icon={<ImageIcon />} onSelect={() => choose({ accept: `${pictures},${typesOf("video")}`, as: null })}>
          {t("media")}
        </MenuItem>
        <MenuItem icon={<FileText />} onSelect={() => choose({ accept: "", as: null })}>
          {t("document")}
        </MenuItem>
        <MenuItem icon={<Music />} onSelect={() => choose({ accept: typesOf("audio"), as: null })}>
          {t("audio")}
        </MenuItem>
        <MenuItem icon={<Sticker />} onSelect={() => choose({ accept: pictures, as: "sticker" })}>
          {t("sticker")}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<MapPin />} onSelect={() => setDialog("place")}>
          {t("location")}
        </MenuItem>
        <MenuItem icon={<Contact />} onSelect={() => setDialog("card")}>
          {t("contact")}
        </MenuItem>
      </Menu>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-attach=""
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <Suspense>
        {dialog === "place" && <PlaceDialog conversationId={conversationId} onClose={close} />}
        {dialog === "card" && <CardDialog conversationId={conversationId} onClose={close} />}
      </Suspense>
    </>
  );
}
