import { withTenant } from "@/db/tenant";
import { inOneTrip, type Transaction } from "@/db/transaction";
import { systemActor } from "@/lib/auth";
import { lockIdentities } from "@/lib/contacts";
import { recordEvents } from "@/lib/events";
import { tenantSealer } from "@/lib/vault";
import { applyConsents } from "./apply-consents";
import { dropKnown } from "./drop-known";
import { type Heard, hearConsents } from "./heed-consent";
import { insertItems, type Seal } from "./insert-items";
import { openWindows } from "./open-windows";
import { recordServiceConsent } from "./record-service-consent";
import { contactsOfStatuses, resolveContacts } from "./resolve-contacts";
import { setAsideErased } from "./set-aside-erased";
import { setAsideUnfit, settleOthers } from "./settle-others";
import { whoOf } from "./who";
import { type Arrival, type ChannelWork, type Group, open, type Work } from "./work";
import { writeAmendments } from "./write-amendments";
import { writeReactions } from "./write-reactions";
import { writeStatuses } from "./write-statuses";
import { writeTemplates } from "./write-templates";
import { writeThreads } from "./write-threads";

const nothing = Promise.resolve();

/** All that came for one channel in one transaction: either everything is there and noted, or nothing. */
export async function applyGroup(group: Group): Promise<void> {
  const seal = await tenantSealer(group.tenantId);
  await withTenant(group, (tx) => applyIn(tx, group, seal));
}

export async function applyIn(tx: Transaction, group: Group, seal: Seal): Promise<Work> {
  const { tenantId, channel } = group;
  const [, { fresh, hasTombstones }] = await inOneTrip(
    channel && group.arrivals.some(makesContact) ? lockIdentities(tx, tenantId, channel.portfolioId) : nothing,
    dropKnown(tx, tenantId, group.arrivals),
  );
  const work: Work = {
    tx,
    tenantId,
    actor: systemActor(tenantId, "ingest"),
    arrivals: fresh,
    results: new Map(),
    events: [],
  };
  if (fresh.length === 0) return work;
  if (hasTombstones) await setAsideErased(work);
  setAsideUnfit(work, channel);
  const heard = channel ? await applyToChannel({ ...work, channel }) : [];
  await writeTemplates(work);
  settleOthers(work);
  await inOneTrip(
    recordEvents(tx, work.actor, work.events),
    insertItems(work, channel?.channelId ?? null, seal),
    channel ? applyConsents({ ...work, channel }, heard, seal) : nothing,
  );
  return work;
}

/** Answers with what customers said about consent, which is applied when everything else is told. */
async function applyToChannel(work: ChannelWork): Promise<Heard[]> {
  const contactOf = await resolveContacts(work);
  const toApply = open(work);
  const entries = await writeThreads(work, contactOf);
  await inOneTrip(
    writeAmendments(work, contactOf, entries),
    writeReactions(work, contactOf, entries),
    openWindows(work, toApply, contactOf),
    recordServiceConsent(work, entries),
  );
  // After the amendments: both lock messages, and in one order everywhere.
  await writeStatuses(work, entries);
  const heard = await hearConsents(work, contactOf, entries);
  settleOthers(work);
  const statusOf = await contactsOfStatuses(work);
  for (const [arrival, result] of work.results) {
    work.results.set(arrival, { ...result, contactId: contactOf(arrival) ?? statusOf(arrival) });
  }
  return heard;
}

function makesContact({ item }: Arrival): boolean {
  return whoOf(item)?.makesContact ?? false;
}
