import { expect, it } from "vitest";
import { readWebhook } from "@/lib/whatsapp";
import { payloadBytes, payloadNames } from "@/test/payloads/read";
import { cutOut, readCutOut } from "./cut-out";

const bodies = payloadNames().map((name) => ({ name, items: readWebhook(payloadBytes(name)).items }));

it.each(bodies.filter(({ items }) => items.length > 0))(
  "what is kept of the items of $name says the same",
  ({ items }) => {
    for (const item of items) {
      const kept = JSON.parse(JSON.stringify(cutOut(item)));
      expect(readCutOut(kept)).toEqual([item]);
    }
  },
);
