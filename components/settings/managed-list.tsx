"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useMay } from "@/components/shell/me";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import type { Permission } from "@/lib/auth/types";
import { ConfirmDialog } from "./confirm-dialog";
import { OrderedList } from "./ordered-list";
import { SettingsPage } from "./settings-page";
import type { To } from "./use-order";

type Named = { id: string; name: string };

type ListProps<Item extends Named> = {
  /** Whose words these are. */
  of: "contact-fields" | "greetings" | "hours" | "labels" | "macros" | "service-levels" | "skills";
  /** The right to change them. */
  permission: Permission;
  /** Of whom it takes more than that right. */
  mayChange?: (item: Item) => boolean;
  icon: ReactNode;
  items: Item[];
  /** Whether one fits what is sought, where they can be many. */
  find?: (item: Item, words: string) => boolean;
  queryKey: readonly unknown[];
  show: (item: Item) => ReactNode;
  /** The form of one; null makes a new one. */
  edit: (item: Item | null, onClose: () => void) => ReactNode;
  remove: (item: Item) => Promise<unknown>;
  /** Where their order is one's own to choose. */
  onMove?: (item: Item, to: To) => number;
};

/** As many as can be looked over. */
const FEW = 5;

const rowLook = "flex items-start gap-2 px-4 py-2";

/** What a workspace has by name, for those who may to make, change and delete. */
export function ManagedList<Item extends Named>({
  of,
  permission,
  mayChange = () => true,
  icon,
  items,
  find,
  show,
  edit,
  onMove,
  ...rest
}: ListProps<Item>) {
  const t = useTranslations(`settings.${of}`);
  const finding = useTranslations("common.find");
  const mayManage = useMay(permission);
  const [edited, setEdited] = useState<Item | "new" | null>(null);
  const [deleted, setDeleted] = useState<Item | null>(null);
  const [sought, setSought] = useState("");
  const words = items.length > FEW ? sought.trim() : "";
  const found = find && words !== "" ? items.filter((item) => find(item, words)) : items;
  const add = mayManage && (
    <Button variant="primary" onClick={() => setEdited("new")}>
      <Plus className="size-4" aria-hidden="true" />
      {t("add")}
    </Button>
  );
  const row = (item: Item, order?: ReactNode) => (
    <>
      <div className="flex min-h-8 min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">{show(item)}</div>
      {order}
      {mayManage && mayChange(item) && (
        <>
          <Button aria-label={t("editOf", { name: item.name })} onClick={() => setEdited(item)}>
            {t("edit")}
          </Button>
          <Button variant="quiet" aria-label={t("deleteOf", { name: item.name })} onClick={() => setDeleted(item)}>
            {t("delete")}
          </Button>
        </>
      )}
    </>
  );
  return (
    <SettingsPage title={t("title")} words={t("words")} action={items.length > 0 && add}>
      {find && items.length > FEW && (
        <Input
          type="search"
          aria-label={finding("search")}
          placeholder={finding("search")}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          className="max-w-80"
        />
      )}
      <Card>
        {items.length === 0 ? (
          <EmptyState icon={icon} title={t("empty")} action={add}>
            {t(mayManage ? "emptyWords" : "emptyWordsOthers")}
          </EmptyState>
        ) : onMove && mayManage ? (
          <OrderedList items={items} onMove={onMove} className={rowLook}>
            {row}
          </OrderedList>
        ) : (
          <ul className="divide-y">
            {found.map((item) => (
              <li key={item.id} className={rowLook}>
                {row(item)}
              </li>
            ))}
          </ul>
        )}
        {items.length > 0 && found.length === 0 && (
          <p className="p-6 text-center text-ink-2">{finding("noMatch", { query: words })}</p>
        )}
      </Card>
      {edited && edit(edited === "new" ? null : edited, () => setEdited(null))}
      {deleted && <DeleteDialog of={of} item={deleted} onClose={() => setDeleted(null)} {...rest} />}
    </SettingsPage>
  );
}

type DeleteProps<Item extends Named> = Pick<ListProps<Item>, "of" | "queryKey" | "remove"> & {
  item: Item;
  onClose: () => void;
};

function DeleteDialog<Item extends Named>({ of, item, queryKey, remove, onClose }: DeleteProps<Item>) {
  const t = useTranslations(`settings.${of}`);
  const client = useQueryClient();
  const deletion = useMutation({
    mutationFn: () => remove(item),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t("deleteOf", { name: item.name })}
      words={t("deleteWords")}
      confirm={t("delete")}
      isBusy={deletion.isPending}
      error={deletion.error}
      onConfirm={() => deletion.mutate()}
      onClose={onClose}
    />
  );
}
