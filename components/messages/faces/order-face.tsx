"use client";

import { ShoppingBag } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { OrderContent, OrderItem } from "@/lib/whatsapp/types";

/** A cart that the customer sent: what, how many, and the prices as the catalogue had them. */
export function OrderFace({ order }: { order: OrderContent["order"] }) {
  const t = useTranslations("inbox.faces");
  const priceOf = usePrice();
  const items = order.product_items;
  return (
    <div>
      <p className="flex items-center gap-1.5 font-medium">
        <ShoppingBag className="size-4 text-ink-3" aria-hidden="true" />
        {t("order", { count: items.length })}
      </p>
      {order.text && (
        <p dir="auto" className="[overflow-wrap:anywhere]">
          {order.text}
        </p>
      )}
      <ul className="mt-1 text-md">
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: A cart may hold the same article twice.
          <li key={at} className="flex justify-between gap-4 border-t border-ink/10 py-1">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {item.quantity ?? 1} × <bdi>{item.product_retailer_id ?? "–"}</bdi>
            </span>
            <span className="shrink-0">{priceOf(item)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function usePrice() {
  const format = useFormatter();
  return ({ item_price, currency }: OrderItem): string => {
    if (item_price === null) return "";
    return currency && /^[A-Z]{3}$/.test(currency)
      ? format.number(item_price, { style: "currency", currency })
      : String(item_price);
  };
}
