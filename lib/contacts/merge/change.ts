/** A row of some table, as PostgreSQL's `to_jsonb` gives it. */
export type Image = Record<string, unknown>;

/** What a merge did to some rows of one table, so that it can be taken back. */
export type MergeChange =
  /** Rows that got other values: the same change for all of them. */
  | { table: string; did: "update"; keys: Image[]; was: Image; became: Image }
  /** A row that went. */
  | { table: string; did: "delete"; was: Image }
  /** A row that came. */
  | { table: string; did: "insert"; became: Image };
