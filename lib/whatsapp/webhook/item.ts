import type {
  EchoItem,
  EditItem,
  MessageItem,
  ReactionItem,
  RevokeItem,
  StatusItem,
  SystemItem,
} from "./message-items";
import type {
  AccountItem,
  CallItem,
  CallStatusItem,
  ContactSyncItem,
  ConversationContextItem,
  ConversionItem,
  ErrorsItem,
  FlowItem,
  GroupItem,
  HandoverItem,
  HistoryItem,
  MalformedItem,
  PhoneNumberItem,
  PreferenceItem,
  TemplateItem,
  UnknownItem,
  UserActionItem,
} from "./other-items";

export type WebhookItem =
  | MessageItem
  | StatusItem
  | EchoItem
  | EditItem
  | RevokeItem
  | ReactionItem
  | SystemItem
  | PreferenceItem
  | CallItem
  | CallStatusItem
  | HandoverItem
  | ConversationContextItem
  | ErrorsItem
  | AccountItem
  | TemplateItem
  | PhoneNumberItem
  | HistoryItem
  | ContactSyncItem
  | GroupItem
  | UserActionItem
  | ConversionItem
  | FlowItem
  | UnknownItem
  | MalformedItem;

export type WebhookItemKind = WebhookItem["kind"];

/** Why a body or a part of it yielded nothing. `path` in dots from the root. */
export type WebhookProblem = { path: string; reason: string };

export type WebhookReading = { items: WebhookItem[]; problems: WebhookProblem[] };
