"use client";

import { Ban, Ellipsis, Merge, MessageSquarePlus, ShieldCheck, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useActions } from "@/components/keyboard/use-actions";
import { useMay } from "@/components/shell/me";
import { openNewConversation } from "@/components/templates/new-conversation/store";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Contact } from "@/lib/contacts/types";
import { useBlock } from "./use-block";

const MergeDialog = lazy(() => import("./merge-dialog"));
const BlockDialog = lazy(() => import("./block-dialog"));
const EraseDialog = lazy(() => import("./erase-dialog"));

type Props = { contact: Contact; onGone: () => void; onSelect: (contactId: string) => void };

/** What can be done with a contact. */
export function ContactActions({ contact, onGone, onSelect }: Props) {
  const t = useTranslations("contacts.actions");
  const [open, setOpen] = useState<"merge" | "block" | "erase" | null>(null);
  const [mayBlock, mayMerge, mayErase] = [useMay("contacts.block"), useMay("contacts.merge"), useMay("contacts.erase")];
  const { unblock } = useBlock(contact.id);
  const { blockedAt } = contact;
  useActions({
    mergeContact: mayMerge ? () => setOpen("merge") : "mayNot",
    blockContact: !mayBlock ? "mayNot" : blockedAt ? "notNow" : () => setOpen("block"),
    unblockContact: !mayBlock ? "mayNot" : blockedAt ? () => unblock.mutate() : "notNow",
    eraseContact: mayErase ? () => setOpen("erase") : "mayNot",
  });
  const close = () => setOpen(null);
  return (
    <div className="flex items-center gap-2">
      <Button variant="primary" onClick={() => openNewConversation({ contactId: contact.id })}>
        <MessageSquarePlus className="size-4" aria-hidden="true" />
        {t("write")}
      </Button>
      {(mayBlock || mayMerge || mayErase) && (
        <Menu
          trigger={
            <Button size="icon" aria-label={t("more")}>
              <Ellipsis className="size-4" aria-hidden="true" />
            </Button>
          }
        >
          {mayMerge && (
            <MenuItem icon={<Merge className="size-4" />} onSelect={() => setOpen("merge")}>
              {t("merge")}
            </MenuItem>
          )}
          {mayBlock &&
            (contact.blockedAt ? (
              <MenuItem icon={<ShieldCheck className="size-4" />} onSelect={() => unblock.mutate()}>
                {t("unblock")}
              </MenuItem>
            ) : (
              <MenuItem icon={<Ban className="size-4" />} onSelect={() => setOpen("block")}>
                {t("block")}
              </MenuItem>
            ))}
          {mayErase && (
            <>
              <MenuSeparator />
              <MenuItem danger icon={<Trash2 className="size-4" />} onSelect={() => setOpen("erase")}>
                {t("erase")}
              </MenuItem>
            </>
          )}
        </Menu>
      )}
      <Suspense>
        {open === "merge" && <MergeDialog contact={contact} onClose={close} onSelect={onSelect} />}
        {open === "block" && <BlockDialog contact={contact} onClose={close} />}
        {open === "erase" && <EraseDialog contact={contact} onClose={close} onErased={onGone} />}
      </Suspense>
    </div>
  );
}
