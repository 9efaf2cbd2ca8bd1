import { DAY, MINUTE, SECOND } from "@/lib/time";

/** A survey that may still be answered, and its conversation. */
export type Awaited = {
  id: string;
  conversationId: string;
  memberId: string | null;
  departmentId: string | null;
  score: number | null;
  askedAt: Date;
  /** When the question for a comment went out; null: it has not. */
  commentAskedAt: Date | null;
  comment: string | null;
};

/** What a customer said, and where. `tapped`: what one of our own buttons says was meant. */
export type Said = {
  tapped: { surveyId: string; score: number } | null;
  text: string | null;
  at: Date;
  /** Their latest conversation, if it is resolved. */
  resolvedId: string | null;
};

export type Heard = { surveyId: string | null; score: number | null; comment: string | null };

/** So long a number by itself, and so long after the question for a comment a text, belongs to the survey. */
const SCORE_BY_TEXT_MS = 3 * DAY;
const COMMENT_MS = 30 * MINUTE;

/** Meta's times are whole seconds: what answers at once seems to have come before the question. */
const ROUNDING_MS = SECOND;

/**
 * Whether a message answers a survey: a tap on one of its buttons, a number by itself, or the first text soon after the
 * question for a comment, since later it is more likely a new request. Null where it is a message like any other. A second tap says nothing and asks for nothing.
 */
export function hearAnswer({ tapped, text, at, resolvedId }: Said, awaited: readonly Awaited[]): Heard | null {
  if (tapped) {
    const isOpen = awaited.some(({ id, score }) => id === tapped.surveyId && score === null);
    return { surveyId: isOpen ? tapped.surveyId : null, score: tapped.score, comment: null };
  }
  const survey = awaited.find(({ conversationId }) => conversationId === resolvedId);
  if (!survey || text === null) return null;
  if (survey.score === null) {
    const isScore = /^[1-5]$/.test(text.trim()) && at.getTime() - survey.askedAt.getTime() < SCORE_BY_TEXT_MS;
    return isScore ? { surveyId: survey.id, score: Number(text.trim()), comment: null } : null;
  }
  if (survey.comment !== null || survey.commentAskedAt === null) return null;
  const afterMs = at.getTime() - survey.commentAskedAt.getTime();
  if (afterMs < -ROUNDING_MS || afterMs > COMMENT_MS) return null;
  return { surveyId: survey.id, score: null, comment: text };
}
