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
