import type { House } from "./house/house";
import type { Options } from "./options";
import type { Row } from "./report/row";

/** One scene set, played and struck; it may give several rows. */
export type Measurement = (context: Context) => Promise<Row[]>;

export type Context = {
  options: Options;
  /** The database, empty, with no process on it yet. */
  openHouse: () => Promise<House>;
  /** Says what is going on, a line. */
  say: (text: string) => void;
};
