import { instantOf, nextMorning, wallTimeOf } from "@/lib/calendar";
import { HOUR } from "@/lib/time";

type Preset = { name: "inAnHour" | "thisAfternoon" | "tomorrowMorning" | "mondayMorning"; at: Date };

const AFTERNOON_HOUR = 14;

/** Times at which people like to send, in the member's zone. */
export function presetsFrom(now: Date, timeZone: string): Preset[] {
  const inAnHour = new Date(now.getTime() + HOUR);
  const afternoon = instantOf({ ...wallTimeOf(now, timeZone), hour: AFTERNOON_HOUR, minute: 0 }, timeZone);
  const tomorrow = nextMorning("tomorrow", now, timeZone);
  const monday = nextMorning("monday", now, timeZone);
  return [
    { name: "inAnHour", at: inAnHour },
    ...(afternoon > inAnHour ? [{ name: "thisAfternoon", at: afternoon } as const] : []),
    { name: "tomorrowMorning", at: tomorrow },
    ...(monday > tomorrow ? [{ name: "mondayMorning", at: monday } as const] : []),
  ];
}
