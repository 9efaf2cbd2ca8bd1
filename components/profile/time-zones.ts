/** Every zone that the browser knows, but UTC, which stands for none chosen. */
export function timeZones(): string[] {
  return Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC");
}
