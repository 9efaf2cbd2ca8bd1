/** Who is asking, and what each role may do. Plain types: components read them too. */

export const roles = ["owner", "admin", "manager", "agent"] as const;
export type Role = (typeof roles)[number];

export const visibilities = ["own", "department", "all"] as const;
export type Visibility = (typeof visibilities)[number];

/** The whole table of permissions; `permissions.test.ts` holds each cell. */
export const permissions = {
  "conversations.read": ["owner", "admin", "manager", "agent"],
  "conversations.answer": ["owner", "admin", "manager", "agent"],
  "conversations.assign": ["owner", "admin", "manager", "agent"],
  "conversations.assignOthers": ["owner", "admin", "manager"],
  "macros.manage": ["owner", "admin", "manager"],
  "macros.manageOwn": ["owner", "admin", "manager", "agent"],
  "labels.manage": ["owner", "admin", "manager"],
  "views.manageOwn": ["owner", "admin", "manager", "agent"],
  "views.manageShared": ["owner", "admin", "manager"],
  "contacts.read": ["owner", "admin", "manager", "agent"],
  "contacts.edit": ["owner", "admin", "manager", "agent"],
  "contacts.block": ["owner", "admin", "manager", "agent"],
  "contacts.merge": ["owner", "admin", "manager"],
  "contacts.erase": ["owner", "admin"],
  "contactFields.manage": ["owner", "admin"],
  "consents.record": ["owner", "admin", "manager", "agent"],
  "templates.read": ["owner", "admin", "manager", "agent"],
  "templates.sync": ["owner", "admin", "manager", "agent"],
  "channels.read": ["owner", "admin", "manager", "agent"],
  "channels.manage": ["owner", "admin"],
  "departments.read": ["owner", "admin", "manager", "agent"],
  "departments.manage": ["owner", "admin"],
  "queues.read": ["owner", "admin", "manager", "agent"],
  "queues.take": ["owner", "admin", "manager", "agent"],
  "queues.watch": ["owner", "admin", "manager"],
  "routing.manage": ["owner", "admin"],
  "skills.manage": ["owner", "admin", "manager"],
  "hours.manage": ["owner", "admin"],
  "greetings.manage": ["owner", "admin"],
  "serviceLevels.manage": ["owner", "admin"],
  "satisfaction.manage": ["owner", "admin"],
  "satisfaction.read": ["owner", "admin", "manager"],
  "silence.manage": ["owner", "admin"],
  "rules.manage": ["owner", "admin"],
  "members.read": ["owner", "admin", "manager", "agent"],
  "members.manage": ["owner", "admin"],
  "members.manageOwners": ["owner"],
  "availability.setOwn": ["owner", "admin", "manager", "agent"],
  "availability.setOthers": ["owner", "admin", "manager"],
  "quickReplies.read": ["owner", "admin", "manager", "agent"],
  "quickReplies.manageOwn": ["owner", "admin", "manager", "agent"],
  "quickReplies.manageShared": ["owner", "admin", "manager"],
  "events.read": ["owner", "admin", "manager", "agent"],
  "webhooks.read": ["owner", "admin"],
  "apiKeys.manage": ["owner", "admin"],
  "audit.read": ["owner", "admin"],
  "workspace.manage": ["owner", "admin"],
  "workspace.close": ["owner"],
  "profile.read": ["owner", "admin", "manager", "agent"],
  "profile.edit": ["owner", "admin", "manager", "agent"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/**
 * Everyone who acts, always inside one tenant. `scopes` of an API key narrow its role; null is the whole role.
 * `departmentIds` are the member's own; with `visibility` they decide what is seen.
 */
export type Actor = {
  tenantId: string;
  kind: "member" | "api_key" | "system";
  /** The member's id, the key's id, or what the system is doing (`ingest`, `send`, `retention`). */
  id: string;
  name: string;
  role: Role;
  visibility: Visibility;
  departmentIds: string[];
  scopes: Permission[] | null;
  /** The session that asks; absent for keys and the system. */
  sessionId?: string;
  /** The chain of which this is a part, where a rule acts: what it does is told from what somebody did. */
  causeId?: string;
};

/** What a role sees unless somebody decides otherwise. */
export function visibilityOf(role: Role): Visibility {
  return role === "agent" ? "department" : "all";
}

/** How long whoever joins has to take back what they sent, until they choose another time. */
export const undoSecondsAtFirst = 5;
