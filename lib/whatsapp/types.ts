/** The Cloud API's words as plain types, constants and pure functions: no Node code, so components may import it. */
export type {
  AudioContent,
  ButtonContent,
  ContactCard,
  ContactsContent,
  DocumentContent,
  ImageContent,
  InteractiveContent,
  LocationContent,
  MediaContent,
  MediaType,
  MessageContent,
  MessageContentType,
  OrderContent,
  OrderItem,
  ReactionContent,
  StickerContent,
  SystemContent,
  TemplateContent,
  TextContent,
  UnknownContent,
  UnsupportedContent,
  VideoContent,
} from "./content";
export { mediaOf, mediaTypes } from "./content";
export { type Gist, gistKinds, gistOf } from "./gist";
export type { Identity, SendAddress } from "./identity";
export { addressOf, isBsuid, phoneDigits } from "./identity";
export type {
  ButtonReply,
  CallPermissionReply,
  CtaUrl,
  FormReply,
  InteractiveHeader,
  InteractiveReply,
  InteractiveSend,
  ListMenu,
  ListReply,
  OtherInteractive,
  ReplyButtons,
  ShownTemplate,
  ShownTemplateCard,
  TemplateComponent,
  TemplatePart,
  TemplateSend,
} from "./interactive";
export type { JsonObject, JsonValue } from "./json";
export { freeServiceMessages, pairPace, sendLimits, serviceWindowMs } from "./limits";
export { mediaLimits, stickerLimits, voiceLimits } from "./media-limits";
export type { MediaObject } from "./media-object";
export { type MediaRef, mediaRefs, withMedia } from "./media-refs";
export type { MetaError } from "./meta-error";
export { readMetaError, readMetaErrors } from "./meta-error";
export { inEnglish, previewOf } from "./preview";
export type { WebhookItem, WebhookItemKind, WebhookProblem, WebhookReading } from "./webhook/item";
export type { ItemBase } from "./webhook/item-base";
export type {
  EchoAction,
  EchoItem,
  EditItem,
  MessageContext,
  MessageItem,
  Pricing,
  ReactionItem,
  Referral,
  RevokeItem,
  StatusItem,
  SystemItem,
} from "./webhook/message-items";
export type {
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
} from "./webhook/other-items";
