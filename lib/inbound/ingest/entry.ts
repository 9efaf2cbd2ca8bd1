import type { ThreadEntry } from "@/lib/inbound/rules/thread";
import {
  type CallItem,
  type EchoItem,
  inEnglish,
  type MessageContent,
  type MessageItem,
  previewOf,
  type SystemItem,
} from "@/lib/whatsapp/types";
import type { Arrival } from "./work";

/** A row of the thread in the making. */
export type Entry = ThreadEntry & {
  arrival: Arrival;
  contactId: string;
  /** Set when its conversation is chosen. */
  conversationId: string;
  departmentId: string | null;
  type: string;
  content: Record<string, unknown>;
  preview: string;
  wamid: string;
  quotedWamid: string | null;
  /** It answers a question of ours about satisfaction. */
  isSurveyAnswer?: boolean;
};

type Drawn = Omit<
  Entry,
  "arrival" | "isSurveyAnswer" | "contactId" | "conversationId" | "departmentId" | "id" | "atMs" | "standby"
>;

/** What an item adds to the thread; null for what adds nothing of its own. */
export function drawEntry({ item }: Arrival): Drawn | null {
  switch (item.kind) {
    case "message":
      return drawMessage(item);
    case "echo":
      return drawEcho(item);
    case "system":
      return drawSystem(item);
    case "call":
      return drawCall(item);
    default:
      return null;
  }
}

function drawMessage(item: MessageItem): Drawn {
  const { context, referral } = item;
  return {
    direction: "in",
    author: "contact",
    wish: "answer",
    wamid: item.wamid,
    quotedWamid: context?.wamid ?? null,
    ...drawContent(item.content, { ...(context ? { context } : {}), ...(referral ? { referral } : {}) }),
  };
}

function drawEcho(item: EchoItem): Drawn | null {
  if (item.echo.action !== "message") return null;
  return {
    direction: "out",
    author: item.standby ? "responder" : "phone_app",
    wish: "note",
    wamid: item.wamid,
    quotedWamid: item.echo.context?.wamid ?? null,
    ...drawContent(item.echo.content, {}),
  };
}

function drawSystem(item: SystemItem): Drawn {
  const content: MessageContent = { type: "system", system: { type: item.systemType, body: item.body } };
  return {
    direction: "in",
    author: "system",
    wish: "note",
    wamid: item.wamid,
    quotedWamid: null,
    ...drawContent(content, {}),
  };
}

/** A call is shown when it is over; a missed one wants an answer. */
function drawCall(item: CallItem): Drawn | null {
  if (item.event !== "terminate" || item.direction === null) return null;
  const { direction, status, missed, durationSeconds } = item;
  return {
    direction: direction === "inbound" ? "in" : "out",
    author: direction === "inbound" ? "contact" : "phone_app",
    wish: missed ? "answer" : "note",
    wamid: item.callId,
    quotedWamid: null,
    type: "call",
    content: { type: "call", call: { direction, status, missed, durationSeconds } },
    preview: inEnglish({ kind: missed ? "callMissed" : "call" }),
  };
}

function drawContent(content: MessageContent, around: Record<string, unknown>) {
  return { type: content.type, content: { ...content, ...around }, preview: previewOf(content) };
}
