import { queryOptions } from "@tanstack/react-query";
import { call, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListInvitations, ListMembers } from "@/lib/members/schemas";

export const membersQuery = queryOptions({
  queryKey: keys.members,
  queryFn: ({ signal }) =>
    readAll((cursor) => call<typeof ListMembers>("GET /members", { cursor, limit: 100 }, { signal })),
});

export const invitationsQuery = queryOptions({
  queryKey: keys.settings("invitations"),
  queryFn: ({ signal }) =>
    readAll((cursor) => call<typeof ListInvitations>("GET /invitations", { cursor, limit: 100 }, { signal })),
});
