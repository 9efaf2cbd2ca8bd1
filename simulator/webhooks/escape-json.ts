/**
 * JSON as Meta writes it: compact, non-ASCII as lower-case \uXXXX, slashes as \/. The signature covers these very bytes,
 * so a receiver which serialises again computes another one.
 */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff/]/g, (character) =>
    character === "/" ? "\\/" : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
