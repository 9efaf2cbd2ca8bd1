/** Plain types of silence; components read them too. */

/** When a department takes a customer's silence for an end. */
export type SilenceSettings = {
  /** After our last word. */
  closeAfterMinutes: number;
  /** How long before, with `warning`; null: without a word. */
  warnBeforeMinutes: number | null;
  warning: string | null;
  closingReason: string | null;
};
