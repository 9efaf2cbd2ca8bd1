import * as z from "zod";
import { roles, visibilities } from "@/lib/auth/types";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";

export const Member = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  visibility: z.enum(visibilities),
  status: z.enum(["active", "deactivated"]),
  availability: z.enum(["online", "busy", "break", "offline"]),
  /** Why, in the member's words; `away`: they did nothing for a while. */
  availabilityReason: z.string().nullable(),
  departmentIds: z.array(z.uuid()),
  /** How many whole conversations they are given at once; null: as many as the workspace says. */
  capacity: z.number().int().nullable(),
  /** In which languages they answer, such as `es`; none: any. */
  languages: z.array(z.string()),
  skillIds: z.array(z.uuid()),
});

const language = z.string().regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})?$/, "should be a language such as es or pt-BR");

export const Invitation = z.object({
  id: z.uuid(),
  email: z.string(),
  role: z.enum(roles),
  expiresAt: z.iso.datetime(),
});

export const ListMembers = contract({
  method: "GET",
  path: "/members",
  permission: "members.read",
  summary: "List members",
  input: PageInput,
  output: pageOf(Member),
});

export const EditMember = contract({
  method: "PATCH",
  path: "/members/:memberId",
  permission: "members.manage",
  summary: "Change a member: role, visibility, status, departments, and what work they are given",
  input: z.object({
    memberId: z.uuid(),
    role: z.enum(roles).optional(),
    visibility: z.enum(visibilities).optional(),
    status: z.enum(["active", "deactivated"]).optional(),
    departmentIds: z.array(z.uuid()).max(200).optional(),
    capacity: z.number().int().min(0).max(100).nullable().optional(),
    languages: z.array(language).max(30).optional(),
    skillIds: z.array(z.uuid()).max(100).optional(),
  }),
  output: Member,
});

export const InviteMember = contract({
  method: "POST",
  path: "/invitations",
  permission: "members.manage",
  summary: "Invite somebody; the link is mailed, and in the answer only where no mail is set up",
  input: z.object({
    email: z.email().max(254),
    role: z.enum(roles),
    departmentIds: z.array(z.uuid()).max(200).default([]),
  }),
  output: z.object({ invitation: Invitation, link: z.string().nullable() }),
});

export const ListInvitations = contract({
  method: "GET",
  path: "/invitations",
  permission: "members.manage",
  summary: "List invitations that are still open",
  input: PageInput,
  output: pageOf(Invitation),
});

export const RevokeInvitation = contract({
  method: "DELETE",
  path: "/invitations/:invitationId",
  permission: "members.manage",
  summary: "Withdraw an invitation",
  input: z.object({ invitationId: z.uuid() }),
  output: z.object({}),
});

/** The form behind an invitation's link; no part of the API. `name` is for whoever has no account yet. */
export const AcceptInvitation = z.object({
  token: z.string().min(20).max(100),
  name: z.string().trim().min(1, "should not be empty").max(80).optional(),
  password: z.string().min(1, "should not be empty").max(400),
});
