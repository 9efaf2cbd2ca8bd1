import type { Transaction } from "@/db/transaction";
import { windowClosesAt } from "@/lib/conversations";
import type { TemplateFacts } from "@/lib/templates/types";
import { type GateFacts, purposeOf } from "./policy-gate";
import type { MessageDeparture } from "./types";

type Leaving = { type: string; template: TemplateFacts | null };

/** What the gate had before it when it let a message go: by tomorrow the window and the category may be others. */
export function departureOf(
  facts: Pick<GateFacts, "windowOpenedAt"> | undefined,
  { type, template }: Leaving,
  now: Date,
): MessageDeparture {
  const isTemplate = type === "template";
  const openedAt = facts?.windowOpenedAt ?? null;
  return {
    at: now.toISOString(),
    windowClosesAt: openedAt ? windowClosesAt(openedAt).toISOString() : null,
    category: isTemplate ? (template?.category ?? null) : null,
    purpose: isTemplate ? purposeOf(template) : null,
  };
}

/** For messages that left and were not accepted; the others have it written with their wamid. */
export async function writeDepartures(
  tx: Transaction,
  tenantId: string,
  departed: { messageId: string; departure: MessageDeparture }[],
): Promise<void> {
  if (departed.length === 0) return;
  await tx.$client.query({
    name: "write_departures",
    text: `update messages m set departure = d.departure
     from unnest($2::uuid[], $3::jsonb[]) as d (id, departure) where m.tenant_id = $1 and m.id = d.id`,
    values: [
      tenantId,
      departed.map(({ messageId }) => messageId),
      departed.map(({ departure }) => JSON.stringify(departure)),
    ],
  });
}
