import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { eventsOf, makeCustomer } from "@/test/sending";
import { currentConsents, recordConsent } from "./index";

test("the newest entry of each purpose is the present state, and every entry stays", async () => {
  const tenant = await makeTenant({ channel: true });
  const { contactId } = await makeCustomer(tenant, tenant.channel);
  const record = (purpose: "service" | "marketing", state: "granted" | "withdrawn", at: string) =>
    withTenant(tenant, (tx) =>
      recordConsent(tx, tenant.agent, { contactId, purpose, state, source: "agent", at: new Date(at) }),
    );
  await record("marketing", "granted", "2026-11-01T10:00:00Z");
  await record("marketing", "withdrawn", "2026-11-03T10:00:00Z");
  await record("marketing", "granted", "2026-11-02T10:00:00Z");
  await record("service", "granted", "2026-11-01T10:00:00Z");
  const present = await withTenant(tenant, (tx) => currentConsents(tx, tenant.tenantId, contactId));
  expect(present).toEqual({ marketing: "withdrawn", service: "granted" });
  expect(await ownerQuery("select from consents where contact_id = $1", [contactId])).toHaveLength(4);
  expect(await eventsOf(tenant)).toContain("consent.changed");
});

test("another tenant's contact cannot be recorded for", async () => {
  const [mine, theirs] = [await makeTenant({ channel: true }), await makeTenant()];
  const { contactId } = await makeCustomer(mine, mine.channel);
  const consent = { contactId, purpose: "marketing" as const, state: "granted" as const, source: "agent" };
  const recorded = withTenant(theirs, (tx) => recordConsent(tx, theirs.agent, consent));
  await expect(recorded).rejects.toMatchObject({ kind: "not_found" });
});
