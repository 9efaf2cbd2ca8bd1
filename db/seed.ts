/** Fills an empty database with the demo: a shop with three months behind it, and a second business that must never be seen from the first. */
import { closePools } from "@/db/client";
import { withSystem } from "@/db/system";
import { env } from "@/lib/env";
import { tenants } from "./schema";
import { seedGreetings } from "./seed/greetings";
import { writeHistory } from "./seed/history";
import { insertRows } from "./seed/insert";
import { attachFiles } from "./seed/media";
import { demoNumber, otherNumber } from "./seed/numbers";
import { keepPassword } from "./seed/password";
import { demoDepartments, demoMembers, otherMembers, type SeedMember } from "./seed/people";
import { planContacts, planConversations } from "./seed/plan";
import { seedQuickReplies } from "./seed/quick-replies";
import { seededRandom } from "./seed/random";
import { seedServiceLevel } from "./seed/service-levels";
import { emailOf, seedMetaApp, seedWorkspace, type Workspace } from "./seed/workspace";

async function seed(): Promise<void> {
  const { WHATSAPP_APP_ID, WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN, DEMO_ACCESS_TOKEN, DEMO_PASSWORD } = env();
  if (!WHATSAPP_APP_ID || !WHATSAPP_APP_SECRET || !WHATSAPP_VERIFY_TOKEN || !DEMO_PASSWORD || !DEMO_ACCESS_TOKEN) {
    throw new Error(
      "The demo needs WHATSAPP_APP_ID, WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN, DEMO_ACCESS_TOKEN and DEMO_PASSWORD.",
    );
  }
  const found = await withSystem((tx) => tx.select({ slug: tenants.slug, isDemo: tenants.isDemo }).from(tenants));
  const foreign = found.filter(({ isDemo }) => !isDemo).map(({ slug }) => slug);
  if (foreign.length > 0) {
    throw new Error(
      `This database holds other workspaces (${foreign.join(", ")}), and the demo would mix with them. Give DATABASE_URL of an empty database, or run npm run serve.`,
    );
  }
  if (found.length > 0) return keepPassword(DEMO_PASSWORD);

  const metaApp = await seedMetaApp({
    appId: WHATSAPP_APP_ID,
    secret: WHATSAPP_APP_SECRET,
    verifyToken: WHATSAPP_VERIFY_TOKEN,
  });
  const shop = await seedWorkspace(
    {
      slug: "demo",
      name: "Kettle & Lamp",
      departments: demoDepartments,
      members: demoMembers,
      password: DEMO_PASSWORD,
      channel: { ...demoNumber, token: DEMO_ACCESS_TOKEN },
      channelDepartment: "Support",
    },
    metaApp,
  );
  await fill(shop, demoMembers, 7, { contacts: 260, queued: 14, open: 52, resolved: 280 });
  await seedQuickReplies(shop);
  await seedGreetings(shop);
  await seedServiceLevel(shop);
  const clinic = await seedWorkspace(
    {
      slug: "other",
      name: "Harbour Clinic",
      departments: ["Front desk"],
      members: otherMembers,
      password: DEMO_PASSWORD,
      channel: { ...otherNumber, token: DEMO_ACCESS_TOKEN },
      channelDepartment: "Front desk",
    },
    metaApp,
  );
  await fill(clinic, otherMembers, 11, { contacts: 20, queued: 3, open: 5, resolved: 12 });
}

type Counts = { contacts: number; queued: number; open: number; resolved: number };

async function fill(workspace: Workspace, people: SeedMember[], seedNumber: number, counts: Counts): Promise<void> {
  const random = seededRandom(seedNumber);
  const team = people
    .filter(({ role }) => role === "agent")
    .map(({ key, name, departments }) => ({
      memberId: workspace.memberIds.get(key) ?? "",
      name,
      departmentIds: departments.map((department) => workspace.departmentIds.get(department) ?? ""),
    }));
  const contacts = planContacts(counts.contacts, random);
  const plan = planConversations(contacts, counts, [...workspace.departmentIds.keys()], random);
  const rows = writeHistory(workspace, plan, team, new Date(), random);
  await insertRows(workspace.tenantId, rows);
  await attachFiles(workspace.tenantId, rows.messages);
}

function signIns(password: string): string {
  const line = (slug: string, member: SeedMember) =>
    `  ${emailOf(slug, member).padEnd(24)} ${member.name}, ${member.role}`;
  return [
    ...demoMembers.map((member) => line("demo", member)),
    ...otherMembers.map((member) => line("other", member)),
    "",
    `  Password of all of them: ${password}`,
  ].join("\n");
}

try {
  await seed();
  console.log(signIns(env().DEMO_PASSWORD ?? ""));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await closePools();
}
