/** Plain types of labels; components read them too. */

/** Names of colours, not colours: each theme has its own. */
export const labelColours = ["grey", "red", "orange", "yellow", "green", "teal", "blue", "purple", "pink"] as const;
export type LabelColour = (typeof labelColours)[number];

export type Label = { id: string; name: string; colour: LabelColour };
