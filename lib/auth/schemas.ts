import * as z from "zod";
import { isTimeZone } from "@/lib/calendar";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";
import { type Permission, permissions, roles, visibilities } from "./types";

const Scope = z.enum(Object.keys(permissions) as [Permission, ...Permission[]]);
const password = z.string().min(1).max(400);
const personName = z.string().trim().min(1, "should not be empty").max(80);

export const ApiKey = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The last four characters, to tell keys apart. */
  ending: z.string(),
  role: z.enum(roles),
  /** Null is everything that the role may do. */
  scopes: z.array(Scope).nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});

export const ListApiKeys = contract({
  method: "GET",
  path: "/api-keys",
  permission: "apiKeys.manage",
  summary: "List API keys that are not revoked",
  input: PageInput,
  output: pageOf(ApiKey),
});

export const CreateApiKey = contract({
  method: "POST",
  path: "/api-keys",
  permission: "apiKeys.manage",
  summary: "Create an API key; the key itself is shown this once",
  input: z.object({
    name: z.string().trim().min(1, "should not be empty").max(80),
    role: z.enum(roles),
    scopes: z.array(Scope).min(1, "should name at least one permission").max(100).nullable().default(null),
  }),
  output: z.object({ apiKey: ApiKey, key: z.string() }),
});

export const RevokeApiKey = contract({
  method: "DELETE",
  path: "/api-keys/:keyId",
  permission: "apiKeys.manage",
  summary: "Revoke an API key, effective at once",
  input: z.object({ keyId: z.uuid() }),
  output: z.object({}),
});

export const MySession = z.object({
  id: z.uuid(),
  current: z.boolean(),
  createdAt: z.iso.datetime(),
  /** To the minute. */
  lastSeenAt: z.iso.datetime(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
});

export const ListMySessions = contract({
  method: "GET",
  path: "/me/sessions",
  permission: "profile.read",
  summary: "List where I am signed in, the latest first",
  input: PageInput,
  output: pageOf(MySession),
});

export const RevokeSession = contract({
  method: "DELETE",
  path: "/me/sessions/:sessionId",
  permission: "profile.edit",
  summary: "Sign out one of my sessions",
  input: z.object({ sessionId: z.uuid() }),
  output: z.object({}),
});

export const SignOutEverywhere = contract({
  method: "DELETE",
  path: "/me/sessions",
  permission: "profile.edit",
  summary: "Sign out all of my sessions, this one too",
  input: z.object({}),
  output: z.object({}),
});

export const themes = ["system", "light", "dark"] as const;

export const Me = z.object({
  kind: z.enum(["member", "api_key"]),
  /** The member's id, or the key's. */
  id: z.uuid(),
  name: z.string(),
  role: z.enum(roles),
  visibility: z.enum(visibilities),
  departmentIds: z.array(z.uuid()),
  permissions: z.array(Scope),
  /** How long what I send can be taken back; 0: it leaves at once. */
  undoSeconds: z.number().int(),
  workspace: z.object({ slug: z.string(), name: z.string() }),
  /** What belongs to the person rather than to the workspace; null for an API key. */
  profile: z
    .object({
      email: z.string(),
      theme: z.enum(themes),
      locale: z.string(),
      timeZone: z.string(),
      workspaces: z.array(
        z.object({ slug: z.string(), name: z.string(), status: z.enum(["active", "suspended", "closed"]) }),
      ),
    })
    .nullable(),
});

export const ReadMe = contract({
  method: "GET",
  path: "/me",
  permission: "profile.read",
  summary: "Read who is asking, what they may do and which workspaces they have",
  input: z.object({}),
  output: Me,
});

export const EditMe = contract({
  method: "PATCH",
  path: "/me",
  permission: "profile.edit",
  summary: "Change my name, theme, language, time zone, or how long what I send can be taken back",
  input: z.object({
    name: personName.optional(),
    theme: z.enum(themes).optional(),
    locale: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "should be a language tag such as en or pt-BR")
      .max(35)
      .optional(),
    timeZone: z.string().max(64).refine(isTimeZone, "should be a time zone such as Europe/Berlin").optional(),
    undoSeconds: z.number().int().min(0).max(10).optional(),
  }),
  output: Me,
});

export const ChangePassword = contract({
  method: "PUT",
  path: "/me/password",
  permission: "profile.edit",
  summary: "Change my password and sign out my other sessions",
  input: z.object({ currentPassword: password, newPassword: password }),
  output: z.object({}),
});

/** Forms that are filled in before anybody is known: they are no part of the API. */
export const RequestPasswordReset = z.object({ email: z.string().min(1).max(254) });
export const ResetPassword = z.object({ token: z.string().min(20).max(100), password });
