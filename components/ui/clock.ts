import { SECOND } from "@/lib/time";

/** `6:03`, and with hours `1:06:03`: what a clock shows that runs. */
export function clockOf(ms: number): string {
  const whole = Math.max(0, Math.floor(ms / SECOND));
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
