import { and, eq, inArray } from "drizzle-orm";
import { departments, greetings, hours } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Greeting, starters, waitingKinds } from "@/lib/greetings/types";
import { newId } from "@/lib/ids";

const office = [
  { from: "09:00", to: "12:30" },
  { from: "13:30", to: "18:00" },
];
const saturday = [{ from: "10:00", to: "14:00" }];

/** Support has none: it is there day and night. */
const withOfficeHours = ["Sales", "Billing"];

const kinds: [Greeting["kind"], string, "en" | "es" | "ar"][] = [
  ["welcome", "Welcome", "en"],
  ["welcome", "Bienvenida", "es"],
  ["welcome", "ترحيب", "ar"],
  ["away", "Closed just now", "en"],
  ["queue", "Place in the queue", "en"],
  ["follow_up", "Not forgotten", "en"],
];

/** When the shop is open, and what it could say by itself: nothing is, until somebody turns it on. */
export async function seedGreetings({ tenantId }: { tenantId: string }): Promise<void> {
  const year = new Date().getUTCFullYear();
  const holiday = (date: string, name: string) => ({ date: `${year}-${date}`, name, intervals: [] });
  await withTenant({ tenantId }, async (tx) => {
    const hoursId = newId();
    await tx.insert(hours).values({
      ...{ tenantId, id: hoursId, name: "Shop hours", timeZone: "Europe/Berlin" },
      weekly: [office, office, office, office, office, saturday, []],
      exceptions: [
        { ...holiday("12-24", "Christmas Eve"), intervals: [{ from: "09:00", to: "13:00" }] },
        holiday("12-25", "Christmas Day"),
        holiday("12-26", "Second day of Christmas"),
      ],
    });
    await tx
      .update(departments)
      .set({ hoursId })
      .where(and(eq(departments.tenantId, tenantId), inArray(departments.name, withOfficeHours)));
    await tx.insert(greetings).values(
      kinds.map(([kind, name, language]) => ({
        ...{ tenantId, kind, name, text: starters[kind][language], isActive: false },
        language: language === "en" ? null : language,
        afterMinutes: waitingKinds.includes(kind) ? 10 : null,
        during: waitingKinds.includes(kind) ? ("open" as const) : ("always" as const),
      })),
    );
  });
}
