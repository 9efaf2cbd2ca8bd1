/** Plain types of what members choose for themselves; components read them too. */

export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

/** What a member can be told of. */
export const noticeKinds = ["unassigned", "mine", "mention", "warning"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** `desktop`: shown by a page that is open somewhere; `push`: on this device even when none is. */
export type NoticeChoice = { desktop: boolean; sound: boolean; push: boolean };
export type NoticeChoices = Record<NoticeKind, NoticeChoice>;

export type Preferences = {
  keys: Record<string, string | null>;
  notices: NoticeChoices;
  density: Density;
  awayAfterMinutes: number;
  noticesSetUp: boolean;
};

const all = { desktop: true, sound: true, push: true };

const defaultNotices: NoticeChoices = {
  unassigned: { desktop: true, sound: true, push: false },
  mine: all,
  mention: all,
  warning: all,
};

export const defaultPreferences: Preferences = {
  keys: {},
  notices: defaultNotices,
  density: "comfortable",
  awayAfterMinutes: 15,
  noticesSetUp: false,
};

/** What was chosen, and for the rest what comes by itself. */
export function withDefaults(chosen: Partial<NoticeChoices>): NoticeChoices {
  return { ...defaultNotices, ...chosen };
}
