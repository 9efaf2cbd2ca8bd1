import { Email, systemActor } from "@/lib/auth";
import { createInvitation } from "@/lib/members";
import { closeTenant, createTenant, listTenants, resumeTenant, suspendTenant, type Tenant } from "@/lib/tenants";
import { type Command, UsageError } from "./command";

const onWorkspace = (verb: string, summary: string, change: (slug: string) => Promise<Tenant>): Command => ({
  name: `tenant ${verb}`,
  usage: "--workspace <slug>",
  summary,
  options: ["workspace"],
  run: async ({ workspace = "" }) => {
    const { slug, status } = await change(workspace);
    return [`${slug} is ${status}.`];
  },
});

export const tenantCommands: Command[] = [
  {
    name: "tenant create",
    usage: "--slug <slug> --name <name> --owner-email <address>",
    summary: "Make a workspace; the last line is the link by which its owner joins.",
    options: ["slug", "name", "owner-email"],
    run: async ({ slug = "", name = "", "owner-email": email = "" }) => {
      // Before the workspace is made: one without a way in would be left behind.
      if (!Email.safeParse(email).success) throw new UsageError("--owner-email should be an e-mail address.");
      const { tenantId } = await createTenant({ slug, name });
      const { invitation, link } = await createInvitation(systemActor(tenantId, "operator"), {
        email,
        role: "owner",
        departmentIds: [],
      });
      return [`${slug} is made. ${invitation.email} becomes its owner by this link, within 7 days:`, link];
    },
  },
  {
    name: "tenant list",
    usage: "",
    summary: "List workspaces: slug, status, day of making, name.",
    options: [],
    run: async () =>
      (await listTenants()).map(({ slug, status, createdAt, name }) =>
        [slug, status, createdAt.toISOString().slice(0, 10), name].join("\t"),
      ),
  },
  onWorkspace("suspend", "Refuse its members and keys until it is resumed; messages go on arriving.", suspendTenant),
  onWorkspace("resume", "Let its members and keys in again.", resumeTenant),
  onWorkspace("close", "Close it for good.", closeTenant),
];
