/**
 * Whether a sound can never be played here. Paused before it began, or not allowed just now, it can be tried again.
 *
 * @param error what `play()` was rejected with
 */
export function cannotPlay(error: unknown): boolean {
  return error instanceof Error && error.name === "NotSupportedError";
}
