import "server-only";
/** The role of the webhook door: it may append to the log and nothing else. */
import type { QueryResult } from "pg";
import { pool } from "./client";

export async function queryAtDoor(text: string, values: unknown[]): Promise<QueryResult> {
  return pool("door").query(text, values);
}
