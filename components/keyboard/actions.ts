/**
 * Everything that can be done by a key, in one table: the listener, the palette, the cheat sheet and the profile all read
 * it. An action without a key of its own can be given one. The words stand in `common.keys`, by the action's id.
 */
import type { KeyName } from "./match";

export const groups = ["list", "conversation", "message", "writing", "go", "me"] as const;
export type Group = (typeof groups)[number];

type Row = {
  group: Group;
  keys: KeyName | null;
  /** Does the same, also while something is written. */
  also?: KeyName;
  /** The field's own key: it is shown, and cannot be given away. */
  isOfField?: boolean;
};

const table = {
  next: { group: "list", keys: "j", also: "Alt+ArrowDown" },
  previous: { group: "list", keys: "k", also: "Alt+ArrowUp" },
  select: { group: "list", keys: "x" },
  selectNext: { group: "list", keys: "Shift+J" },
  selectPrevious: { group: "list", keys: "Shift+K" },
  clearSelection: { group: "list", keys: "Escape" },
  filter: { group: "list", keys: "/" },
  filterBuilder: { group: "list", keys: null },
  saveView: { group: "list", keys: null },
  takeNext: { group: "list", keys: "q" },
  acceptOffer: { group: "list", keys: "Shift+Q" },
  declineOffer: { group: "list", keys: null },
  newConversation: { group: "list", keys: "Shift+N" },
  reply: { group: "conversation", keys: "r" },
  writeOn: { group: "conversation", keys: "Enter" },
  note: { group: "conversation", keys: "n" },
  resolve: { group: "conversation", keys: "e" },
  reopen: { group: "conversation", keys: null },
  assign: { group: "conversation", keys: "a" },
  assignToMe: { group: "conversation", keys: "Shift+A" },
  transfer: { group: "conversation", keys: "t" },
  snooze: { group: "conversation", keys: "z" },
  snoozeUntilReply: { group: "conversation", keys: null },
  wake: { group: "conversation", keys: null },
  label: { group: "conversation", keys: "l" },
  priorityUrgent: { group: "conversation", keys: null },
  priorityHigh: { group: "conversation", keys: null },
  priorityNormal: { group: "conversation", keys: null },
  priorityLow: { group: "conversation", keys: null },
  unread: { group: "conversation", keys: "u" },
  remind: { group: "conversation", keys: null },
  spam: { group: "conversation", keys: null },
  noSpam: { group: "conversation", keys: null },
  takeOver: { group: "conversation", keys: null },
  template: { group: "conversation", keys: "Shift+T" },
  macros: { group: "conversation", keys: "m m" },
  panel: { group: "conversation", keys: "]" },
  editContact: { group: "conversation", keys: null },
  recordConsent: { group: "conversation", keys: null },
  consentHistory: { group: "conversation", keys: null },
  contactNote: { group: "conversation", keys: null },
  contactPage: { group: "conversation", keys: null },
  blockContact: { group: "conversation", keys: null },
  unblockContact: { group: "conversation", keys: null },
  mergeContact: { group: "conversation", keys: null },
  eraseContact: { group: "conversation", keys: null },
  react: { group: "message", keys: null },
  forward: { group: "message", keys: null },
  messageInfo: { group: "message", keys: null },
  goToInbox: { group: "go", keys: "g i" },
  goToMine: { group: "go", keys: "g m" },
  goToUnassigned: { group: "go", keys: "g u" },
  goToMentions: { group: "go", keys: null },
  goToSnoozed: { group: "go", keys: null },
  goToResolved: { group: "go", keys: null },
  goToQueues: { group: "go", keys: "g q" },
  goToDay: { group: "go", keys: "g d" },
  goToContacts: { group: "go", keys: "g c" },
  goToSettings: { group: "go", keys: "g s" },
  goToProfile: { group: "go", keys: "g p" },
  palette: { group: "me", keys: "Mod+k" },
  keys: { group: "me", keys: "?" },
  undo: { group: "me", keys: "Mod+z" },
  beOnline: { group: "me", keys: null },
  beBusy: { group: "me", keys: null },
  takeABreak: { group: "me", keys: null },
  beOffline: { group: "me", keys: null },
  themeSystem: { group: "me", keys: null },
  themeLight: { group: "me", keys: null },
  themeDark: { group: "me", keys: null },
  density: { group: "me", keys: null },
  signOut: { group: "me", keys: null },
  attach: { group: "writing", keys: "Mod+Shift+U" },
  emoji: { group: "writing", keys: null },
  voice: { group: "writing", keys: null },
  location: { group: "writing", keys: null },
  contactCard: { group: "writing", keys: null },
  choices: { group: "writing", keys: null },
  sendLater: { group: "writing", keys: null },
  // Those of the field itself: it knows nothing else.
  send: { group: "writing", keys: "Enter", isOfField: true },
  newLine: { group: "writing", keys: "Shift+Enter", isOfField: true },
  sendAndResolve: { group: "writing", keys: "Mod+Shift+Enter", isOfField: true },
  quickReply: { group: "writing", keys: "/", isOfField: true },
  emojiByName: { group: "writing", keys: ":", isOfField: true },
  bold: { group: "writing", keys: "Mod+B", isOfField: true },
  italic: { group: "writing", keys: "Mod+I", isOfField: true },
  strike: { group: "writing", keys: "Mod+Shift+X", isOfField: true },
} as const satisfies Record<string, Row>;

export type ActionId = keyof typeof table;
export type Action = Row & { id: ActionId };

export const actions: readonly Action[] = Object.entries<Row>(table).map(([id, action]) => ({
  id: id as ActionId,
  ...action,
}));

export function canBeRemapped({ isOfField = false }: Pick<Action, "isOfField">): boolean {
  return !isOfField;
}
