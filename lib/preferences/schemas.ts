import * as z from "zod";
import { contract } from "@/lib/contract";
import { densities, noticeKinds } from "./types";

const NoticeChoice = z.object({ desktop: z.boolean(), sound: z.boolean(), push: z.boolean() });

/** `e`, `Shift+A`, `Mod+k`, `g i`: one press, or two one after the other. */
const press = "(Mod\\+)?(Alt\\+)?(Shift\\+)?\\S{1,12}";
const Keys = z.string().regex(new RegExp(`^${press}( ${press})?$`), "should be keys such as e, Shift+A or g i");

export const Preferences = z.object({
  /** Actions of the console to the keys chosen for them; null: none. What is not named keeps its own. */
  keys: z.record(z.string().max(40), Keys.nullable()),
  notices: z.record(z.enum(noticeKinds), NoticeChoice),
  density: z.enum(densities),
  /** Minutes without input until I count as away; 0: never. */
  awayAfterMinutes: z.number().int().min(0).max(480),
  noticesSetUp: z.boolean(),
});

export const ReadPreferences = contract({
  method: "GET",
  path: "/me/preferences",
  permission: "profile.read",
  summary: "Read what I chose for myself in this workspace: keys, notifications, density, when I count as away",
  input: z.object({}),
  output: Preferences,
});

export const EditPreferences = contract({
  method: "PATCH",
  path: "/me/preferences",
  permission: "profile.edit",
  summary: "Change my keys, notifications, density, or when I count as away",
  input: z.object({
    keys: Preferences.shape.keys
      .refine((keys) => Object.keys(keys).length <= 200, "should name at most 200 actions")
      .refine(eachOnce, "should give each key to one action")
      .optional(),
    notices: z.partialRecord(z.enum(noticeKinds), NoticeChoice).optional(),
    density: z.enum(densities).optional(),
    awayAfterMinutes: Preferences.shape.awayAfterMinutes.optional(),
    noticesSetUp: z.literal(true).optional(),
  }),
  output: Preferences,
});

function eachOnce(keys: Record<string, string | null>): boolean {
  const chosen = Object.values(keys).flatMap((each) => each?.toLowerCase() ?? []);
  return new Set(chosen).size === chosen.length;
}
