import { inOneTrip, onCommit } from "@/db/transaction";
import type { EventType } from "@/lib/events";
import { wakeMediaFetch } from "@/lib/media";
import { lockWamids } from "@/lib/messages";
import { decideReopened } from "./decide-reopened";
import { drawEntry, type Entry } from "./entry";
import { hearSurvey, loadSurveys, type Surveys, writeSurveys } from "./hear-surveys";
import { insertMedia } from "./insert-media";
import { insertMessages } from "./insert-messages";
import { type KnownMessage, knownMessages } from "./known-messages";
import { loadThreads } from "./load-threads";
import { orderedIds } from "./ordered-ids";
import { placeAgain, placeContext, placeEntry, placeHandover, type Threads } from "./place-entries";
import type { ContactOf } from "./resolve-contacts";
import { saveThreads } from "./save-threads";
import { type ChannelWork, open, settle } from "./work";

/**
 * Messages, echoes, system notes and calls become rows of their thread, and the thread becomes what they make of it.
 * Answers with the entries that are new.
 */
export async function writeThreads(work: ChannelWork, contactOf: ContactOf): Promise<Entry[]> {
  const drawn = drawEntries(work, contactOf);
  const handovers = open(work).filter(({ item }) => item.kind === "handover" || item.kind === "conversation_context");
  if (drawn.length === 0 && handovers.length === 0) return [];

  await lockWamids(
    work.tx,
    drawn.filter(({ direction }) => direction === "out").map(({ wamid }) => keyOf(work, wamid)),
  );
  const contactIds = [...drawn.map(({ contactId }) => contactId), ...handovers.map((each) => contactOf(each))];
  const [known, latest, surveys] = await inOneTrip(
    knownMessages(
      work,
      drawn.map(({ wamid }) => wamid),
    ),
    loadThreads(work, [...new Set(contactIds.filter((id) => id !== null))].sort()),
    loadSurveys(work, drawn),
  );
  const threads: Threads = { latest, made: new Set(), touched: new Set() };

  const written = placeAll(work, threads, { drawn, known, surveys, contactOf });
  const [, , hasMedia] = await inOneTrip(
    saveThreads(work, [...threads.made], [...threads.touched]),
    insertMessages(work, written),
    insertMedia(work, written),
  );
  if (hasMedia) onCommit(work.tx, wakeMediaFetch);
  await decideReopened(work);
  for (const entry of written) announce(work, entry);
  await writeSurveys(work, surveys);
  return written;
}

function keyOf({ channel }: ChannelWork, wamid: string) {
  return { channelId: channel.channelId, wamid };
}

function drawEntries(work: ChannelWork, contactOf: ContactOf): Entry[] {
  const nextId = orderedIds();
  return open(work).flatMap((arrival) => {
    const drawn = drawEntry(arrival);
    const contactId = contactOf(arrival);
    if (!drawn || contactId === null) return [];
    const { atMs, item } = arrival;
    return [
      {
        ...drawn,
        arrival,
        contactId,
        conversationId: "",
        departmentId: null,
        id: nextId(),
        atMs,
        standby: item.standby,
      },
    ];
  });
}

type Drawn = { drawn: Entry[]; known: Map<string, KnownMessage>; surveys: Surveys; contactOf: ContactOf };

/** In the order of time. */
function placeAll(work: ChannelWork, threads: Threads, { drawn, known, surveys, contactOf }: Drawn): Entry[] {
  const entryOf = new Map(drawn.map((entry) => [entry.arrival, entry]));
  const idOf = new Map([...known.values()].map(({ wamid, id }) => [wamid, id]));
  const written: Entry[] = [];
  for (const arrival of open(work)) {
    const entry = entryOf.get(arrival);
    if (entry) {
      const knownId = idOf.get(entry.wamid);
      if (knownId === undefined) {
        hearSurvey(work, threads, surveys, entry);
        placeEntry(work, threads, entry);
        written.push(entry);
        idOf.set(entry.wamid, entry.id);
      } else {
        placeAgain(work, threads, { ...entry, id: knownId });
      }
      settle(work, arrival, "applied");
    } else if (arrival.item.kind === "handover") {
      const isPlaced = placeHandover(work, threads, arrival.item, {
        atMs: arrival.atMs,
        contactId: contactOf(arrival),
      });
      settle(
        work,
        arrival,
        isPlaced ? "applied" : "stored",
        isPlaced ? null : "There is no conversation to hand over.",
      );
    } else if (arrival.item.kind === "conversation_context") {
      const isPlaced = placeContext(work, threads, arrival.item, contactOf(arrival));
      settle(
        work,
        arrival,
        isPlaced ? "applied" : "stored",
        isPlaced ? null : "There is no conversation to add it to.",
      );
    }
  }
  return written;
}

function announce(work: ChannelWork, entry: Entry): void {
  const { contactId, conversationId, departmentId, id: messageId, type, direction, author } = entry;
  const isMissedCall = type === "call" && entry.wish === "answer";
  const event: EventType = isMissedCall ? "call.missed" : direction === "in" ? "message.received" : "message.sent";
  work.events.push({
    type: event,
    conversationId,
    contactId,
    messageId,
    channelId: work.channel.channelId,
    departmentId,
    payload: { type, author, standby: entry.standby, ...(entry.isSurveyAnswer ? { isSurveyAnswer: true } : {}) },
  });
}
