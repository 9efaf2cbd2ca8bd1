/** The people of a tenant: their roles, what they see, how they join and leave. */

export { editMember } from "./edit-member";
export { acceptInvitation, readInvitation } from "./invitations/accept";
export { createInvitation, inviteMember } from "./invitations/invite";
export { listInvitations } from "./invitations/list";
export { revokeInvitation } from "./invitations/revoke";
export { listMembers } from "./list-members";
export { editMe, readMe } from "./me";
export { refuseUnknownSkills } from "./skills";
