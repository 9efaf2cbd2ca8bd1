import * as z from "zod";
import { contract } from "@/lib/contract";
import { availabilityStates } from "./types";

export const SetAvailability = contract({
  method: "PUT",
  path: "/members/:memberId/availability",
  permission: "availability.setOwn",
  summary: "Set a member's availability; `me` is the asker",
  input: z.object({
    memberId: z.union([z.uuid(), z.literal("me")]),
    state: z.enum(availabilityStates),
    reason: z.string().trim().max(60).optional(),
  }),
  output: z.object({ memberId: z.uuid(), state: z.enum(availabilityStates), since: z.iso.datetime() }),
});

export const MarkActive = contract({
  method: "POST",
  path: "/me/activity",
  permission: "availability.setOwn",
  summary: "Say that I am at my desk, so that I do not count as away; once a minute is enough",
  input: z.object({}),
  /** Whether I was away until now. */
  output: z.object({ isBack: z.boolean() }),
});
