"use client";

import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useRef, useState } from "react";
import { useActions } from "@/components/keyboard/use-actions";
import { IconButton } from "@/components/ui/icon-button";
import { Late } from "@/components/ui/late";
import type { UploadAs } from "@/lib/media/types";
import type { AttachChoice } from "./attach-menu";
import { attachments } from "./attachments";
import { useAttach } from "./use-attach";

const PlaceDialog = lazy(() => import("./place-dialog"));
const CardDialog = lazy(() => import("./card-dialog"));

const loadMenu = () => import("./attach-menu");
const AttachMenu = lazy(loadMenu);

/** Files of each kind, a place or contact cards. */
export function AttachButton({ conversationId }: { conversationId: string }) {
  const t = useTranslations("media.attach");
  const input = useRef<HTMLInputElement>(null);
  const wanted = useRef<UploadAs | null>(null);
  const attach = useAttach(conversationId);
  const [dialog, setDialog] = useState<"place" | "card" | null>(null);
  const choose = ({ accept, as }: AttachChoice) => {
    if (!input.current) return;
    input.current.accept = accept;
    wanted.current = as;
    input.current.click();
  };
  useActions({
    attach: () => choose({ accept: "", as: null }),
    location: () => setDialog("place"),
    contactCard: () => setDialog("card"),
  });
  const take = (files: File[]) =>
    wanted.current ? attachments.add(conversationId, files, wanted.current) : attach(files);
  const close = () => setDialog(null);
  const button = (
    <IconButton label={t("open")}>
      <Paperclip className="size-4.5" />
    </IconButton>
  );
  return (
    <>
      <Late button={button} load={loadMenu}>
        {(parts) => <AttachMenu {...parts} onChoose={choose} onDialog={setDialog} />}
      </Late>
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
