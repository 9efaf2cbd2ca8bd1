import { describe, expect, it } from "vitest";
import { can } from "./authorize";
import { type Permission, permissions, roles } from "./types";

/** Who may do what, written out: ● may, · may not, for owner, admin, manager, agent. */
const matrix: Record<Permission, string> = {
  "conversations.read": "●●●●",
  "conversations.answer": "●●●●",
  "conversations.assign": "●●●●",
  "conversations.assignOthers": "●●●·",
  "macros.manage": "●●●·",
  "macros.manageOwn": "●●●●",
  "labels.manage": "●●●·",
  "views.manageOwn": "●●●●",
  "views.manageShared": "●●●·",
  "contacts.read": "●●●●",
  "contacts.edit": "●●●●",
  "contacts.block": "●●●●",
  "contacts.merge": "●●●·",
  "contacts.erase": "●●··",
  "contactFields.manage": "●●··",
  "consents.record": "●●●●",
  "templates.read": "●●●●",
  "templates.sync": "●●●●",
  "channels.read": "●●●●",
  "channels.manage": "●●··",
  "departments.read": "●●●●",
  "departments.manage": "●●··",
  "queues.read": "●●●●",
  "queues.take": "●●●●",
  "queues.watch": "●●●·",
  "routing.manage": "●●··",
  "skills.manage": "●●●·",
  "hours.manage": "●●··",
  "greetings.manage": "●●··",
  "serviceLevels.manage": "●●··",
  "satisfaction.manage": "●●··",
  "satisfaction.read": "●●●·",
  "silence.manage": "●●··",
  "rules.manage": "●●··",
  "members.read": "●●●●",
  "members.manage": "●●··",
  "members.manageOwners": "●···",
  "availability.setOwn": "●●●●",
  "availability.setOthers": "●●●·",
  "quickReplies.read": "●●●●",
  "quickReplies.manageOwn": "●●●●",
  "quickReplies.manageShared": "●●●·",
  "events.read": "●●●●",
  "webhooks.read": "●●··",
  "apiKeys.manage": "●●··",
  "audit.read": "●●··",
  "workspace.manage": "●●··",
  "workspace.close": "●···",
  "profile.read": "●●●●",
  "profile.edit": "●●●●",
};

const cells = Object.entries(matrix).flatMap(([permission, row]) =>
  roles.map((role, at) => ({ permission: permission as Permission, role, may: row[at] === "●" })),
);

describe("permissions", () => {
  it("are all in the matrix", () => {
    expect(Object.keys(permissions).sort()).toEqual(Object.keys(matrix).sort());
    expect(cells.filter(({ may }) => may)).not.toHaveLength(0);
  });

  it.each(cells)("$role, $permission: $may", ({ permission, role, may }) => {
    expect(can({ role, scopes: null }, permission)).toBe(may);
  });

  it.each(cells)("scopes never widen: $role with every scope, $permission: $may", ({ permission, role, may }) => {
    expect(can({ role, scopes: Object.keys(permissions) as Permission[] }, permission)).toBe(may);
  });

  it.each(roles)("a key of %s may do nothing outside its scopes", (role) => {
    const allowed = cells.filter(({ permission }) => can({ role, scopes: ["contacts.read"] }, permission));
    expect(new Set(allowed.map(({ permission }) => permission))).toEqual(new Set(["contacts.read"]));
  });
});
