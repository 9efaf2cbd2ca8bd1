"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { usePresenceWords } from "@/components/availability/use-presence-words";
import { presenceDot } from "@/components/shell/presence";
import type { LateParts } from "@/components/ui/late";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";
import { type AvailabilityState, breakReasons } from "@/lib/availability/types";
import type { WallboardAgent } from "@/lib/queues/types";

type MenuProps = LateParts & {
  agent: WallboardAgent;
  onChoose: (state: AvailabilityState, reason: string | null) => void;
};

const choices: [AvailabilityState, string | null][] = [
  ["online", null],
  ["busy", null],
  ...breakReasons.map((reason): [AvailabilityState, string] => ["break", reason]),
  ["offline", null],
];

/** A colleague's states; the reasons of a break are those that they could give themselves. */
export default function AgentStateMenu({ agent, onChoose, ...parts }: MenuProps) {
  const t = useTranslations("queues.agents");
  const wordsOf = usePresenceWords();
  return (
    <Menu {...parts} align="start">
      <MenuLabel>{t("is", { name: agent.name })}</MenuLabel>
      {choices.map(([state, reason]) => (
        <MenuItem
          key={`${state} ${reason}`}
          chosen={agent.availability === state && agent.reason === reason}
          icon={<span className={clsx("size-2.5 rounded-full", presenceDot[state])} />}
          onSelect={() => onChoose(state, reason)}
        >
          {wordsOf(state, reason)}
        </MenuItem>
      ))}
    </Menu>
  );
}
