/** What a send may hold at most: characters as JavaScript counts them, list entries, bytes. */
export const sendLimits = {
  text: 4_096,
  caption: 1_024,
  filename: 240,
  contacts: 257,
  callbackData: 512,
  locationWords: 1_000,
  header: 60,
  body: 1_024,
  listBody: 4_096,
  footer: 60,
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  listButton: 20,
  sections: 10,
  sectionTitle: 24,
  rows: 10,
  rowId: 200,
  rowTitle: 24,
  rowDescription: 72,
  displayText: 20,
  flowCta: 20,
  url: 2_000,
  callTtlMinutes: 43_200,
  products: 30,
  cardsMin: 2,
  cardsMax: 10,
  cardBody: 160,
  templateName: 512,
  templateButtons: 10,
} as const;

/** Meta's pace to one person: one message every six seconds, with bursts of up to 45. */
export const pairPace = { intervalMs: 6_000, burst: 45 } as const;

export const serviceWindowMs = 24 * 60 * 60 * 1_000;

/** Answers in the window that each number has free in a calendar month of its account's time zone, since 1 October 2026. */
export const freeServiceMessages = 1_000;
