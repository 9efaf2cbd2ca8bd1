/**
 * Tells a simulator that has just started, and remembers nothing, about the demo's numbers and the people who wrote to
 * them: `introduce <simulator's URL>`. Without it an answer to an old conversation would be refused as out of the window.
 */
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { closePools } from "@/db/client";
import { withSystem } from "@/db/system";
import { env } from "@/lib/env";
import { DAY } from "@/lib/time";
import { channels, contactIdentities, contacts, serviceWindows } from "./schema";
import { demoNumber, otherNumber } from "./seed/numbers";

type Person = { phoneNumberId: string; from?: string; userId?: string; name?: string; lastWroteAt: string };

async function introduce(simulatorUrl: string): Promise<void> {
  const { WHATSAPP_APP_ID: appId, WHATSAPP_APP_SECRET: appSecret, DEMO_ACCESS_TOKEN: token } = env();
  for (const { name: verifiedName, ...number } of [demoNumber, otherNumber]) {
    await tell(simulatorUrl, "channels", { ...number, verifiedName, token, appId, appSecret });
  }
  const people = await peopleWhoWrote();
  if (people.length > 0) await tell(simulatorUrl, "customers", people);
}

async function peopleWhoWrote(): Promise<Person[]> {
  const identity = (kind: "phone" | "bsuid") =>
    sql<string | null>`max(${contactIdentities.value}) filter (where ${contactIdentities.kind} = ${kind})`;
  const rows = await withSystem((tx) =>
    tx
      .select({
        phoneNumberId: channels.phoneNumberId,
        from: identity("phone"),
        userId: identity("bsuid"),
        name: contacts.profileName,
        openedAt: serviceWindows.openedAt,
      })
      .from(serviceWindows)
      .innerJoin(
        channels,
        and(eq(channels.tenantId, serviceWindows.tenantId), eq(channels.id, serviceWindows.channelId)),
      )
      .innerJoin(
        contacts,
        and(eq(contacts.tenantId, serviceWindows.tenantId), eq(contacts.id, serviceWindows.contactId)),
      )
      .innerJoin(
        contactIdentities,
        and(
          eq(contactIdentities.tenantId, contacts.tenantId),
          eq(contactIdentities.contactId, contacts.id),
          isNull(contactIdentities.validTo),
        ),
      )
      .where(gt(serviceWindows.openedAt, new Date(Date.now() - 3 * DAY)))
      .groupBy(channels.phoneNumberId, contacts.profileName, serviceWindows.openedAt, serviceWindows.contactId),
  );
  return rows.map(({ phoneNumberId, from, userId, name, openedAt }) => ({
    phoneNumberId,
    ...(from ? { from } : {}),
    ...(userId ? { userId } : {}),
    ...(name ? { name } : {}),
    lastWroteAt: openedAt.toISOString(),
  }));
}

async function tell(simulatorUrl: string, about: string, body: unknown): Promise<void> {
  const response = await fetch(`${simulatorUrl}/control/${about}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok)
    throw new Error(`The simulator did not take the ${about}: ${response.status} ${await response.text()}`);
}

const [simulatorUrl] = process.argv.slice(2);
try {
  if (!simulatorUrl) throw new Error("Give the simulator's URL.");
  await introduce(simulatorUrl);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await closePools();
}
