import { expect, it } from "vitest";
import { channels, members } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { openForInstallation, openForTenant } from "@/lib/vault";
import { ownerQuery } from "./database";
import { makeTenant } from "./factories";

it("a made tenant has its people and sees nobody else's", async () => {
  const [one] = await Promise.all([makeTenant(), makeTenant()]);
  const names = await withTenant(one.agent, (tx) => tx.select({ name: members.name }).from(members));
  expect(names.map(({ name }) => name).sort()).toEqual(["admin", "agent", "agent2", "manager", "owner"]);
  expect(one.agent.departmentIds).toEqual([one.departments[0].id]);
  expect(one.agent2.departmentIds).toEqual([one.departments[1].id]);
});

it("a made channel is in the directory, and its secrets open", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id, token, app, phoneNumberId } = tenant.channel;
  const [row] = await withTenant(tenant.owner, (tx) => tx.select().from(channels));
  const opened = await openForTenant(tenant.tenantId, row?.tokenSealed ?? Buffer.of(), `channels|token_sealed|${id}`);
  expect(opened.toString()).toBe(token);
  const [directory] = await ownerQuery<{ tenant_id: string; secret_sealed: Buffer }>(
    "select d.tenant_id, a.secret_sealed from channel_directory d join meta_apps a on a.id = d.meta_app_id where phone_number_id = $1",
    [phoneNumberId],
  );
  expect(directory?.tenant_id).toBe(tenant.tenantId);
  const context = `meta_apps|secret_sealed|${app.id}`;
  expect(openForInstallation(directory?.secret_sealed ?? Buffer.of(), context).toString()).toBe(app.secret);
});
