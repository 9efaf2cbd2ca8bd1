import {
  type Awaited,
  awaitedSurveys,
  hearAnswer,
  readPayload,
  recordAnswers,
  type SurveyAnswered,
} from "@/lib/satisfaction";
import type { MessageContent } from "@/lib/whatsapp/types";
import type { Entry } from "./entry";
import type { Threads } from "./place-entries";
import type { ChannelWork } from "./work";

/** The surveys that the customers of a batch may still answer, and what they answered. */
export type Surveys = { awaited: Map<string, Awaited[]>; answers: SurveyAnswered[] };

export async function loadSurveys({ tx, tenantId, channel }: ChannelWork, entries: Entry[]): Promise<Surveys> {
  const contactIds = new Set(entries.flatMap(({ author, contactId }) => (author === "contact" ? contactId : [])));
  return {
    awaited: await awaitedSurveys(tx, { tenantId, channelId: channel.channelId }, [...contactIds]),
    answers: [],
  };
}

/** An answer to a survey belongs in the thread and asks for nothing: it opens nothing again and waits for nobody. */
export function hearSurvey(work: ChannelWork, threads: Threads, surveys: Surveys, entry: Entry): void {
  if (entry.author !== "contact" || entry.standby) return;
  const { contactId, content, atMs } = entry;
  const thread = threads.latest.get(contactId);
  const awaited = surveys.awaited.get(contactId) ?? [];
  const at = new Date(atMs);
  const { text, payload } = wordsOf(content as MessageContent);
  const tapped = payload === null ? null : readPayload(payload);
  const resolvedId = thread?.state === "resolved" && !thread.isSpam ? thread.id : null;
  const heard = hearAnswer({ tapped, text, at, resolvedId }, awaited);
  if (!heard) return;
  entry.wish = "note";
  entry.isSurveyAnswer = true;
  const { surveyId } = heard;
  if (surveyId === null) return;
  surveys.answers.push({ ...heard, surveyId, contactId, channelId: work.channel.channelId, messageId: entry.id, at });
  surveys.awaited.set(
    contactId,
    awaited.map((survey) => (survey.id === surveyId ? after(survey, heard) : survey)),
  );
}

type Told = { score: number | null; comment: string | null };

function after(survey: Awaited, { score, comment }: Told): Awaited {
  return score === null ? { ...survey, comment } : { ...survey, score };
}

function wordsOf(content: MessageContent): { text: string | null; payload: string | null } {
  if (content.type === "text") return { text: content.text.body, payload: null };
  if (content.type === "button") return { text: null, payload: content.button.payload ?? null };
  const reply =
    content.type === "interactive" && content.interactive.type === "button_reply" ? content.interactive : null;
  return { text: null, payload: reply?.button_reply.id ?? null };
}

export async function writeSurveys(work: ChannelWork, { answers }: Surveys): Promise<void> {
  if (answers.length === 0) return;
  work.events.push(...(await recordAnswers(work.tx, work.tenantId, answers)));
}
