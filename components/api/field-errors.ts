import { isProblem } from "./problem";

/** What is wrong with each field of a form, by its name; empty for any other error. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!isProblem(error)) return {};
  return Object.fromEntries(error.fields.map(({ path, message }) => [path, message]));
}
