/** The console's way to the API under `/api/v1`, typed by the same contracts that the routes check. */
export { type CallOptions, call } from "./call";
export { fieldErrors } from "./field-errors";
export { isProblem, ProblemError, type ProblemFacts } from "./problem";
export { readAll } from "./read-all";
export type { Input, Output } from "./types";
export { type Uploaded, uploadFile } from "./upload";
