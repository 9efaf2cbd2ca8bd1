"use client";

import { AlarmClockOff, CalendarClock, Clock, MessageCircleReply, Sunrise, Timer } from "lucide-react";
import { useNow, useTimeZone, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { matches } from "@/components/keyboard/match";
import { Kbd } from "@/components/ui/kbd";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import type { SnoozeUntil } from "@/lib/conversations/types";
import { type SnoozeChoice, snoozeChoices } from "./snooze-choices";
import { SnoozeDialog } from "./snooze-dialog";
import { useTimeWords } from "./use-time-words";

const icons: Record<SnoozeChoice["name"], ReactNode> = {
  hour: <Clock className="size-4" />,
  hours: <Clock className="size-4" />,
  tomorrow: <Sunrise className="size-4" />,
  monday: <CalendarClock className="size-4" />,
  reply: <MessageCircleReply className="size-4" />,
  window: <Timer className="size-4" />,
};

type SnoozeMenuProps = {
  trigger: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Of the one conversation it is about; null for several. */
  windowClosesAt: string | null;
  onSnooze: (until: SnoozeUntil) => void;
  /** Where it sleeps already. */
  onWake?: (() => void) | undefined;
};

export default function SnoozeMenu({ trigger, open, onOpenChange, windowClosesAt, onSnooze, onWake }: SnoozeMenuProps) {
  const t = useTranslations("inbox.snooze");
  const words = useTimeWords();
  const now = useNow();
  const timeZone = useTimeZone() ?? "UTC";
  const [isChoosing, setChoosing] = useState(false);
  return (
    <>
      <Menu
        trigger={trigger}
        open={open}
        onOpenChange={onOpenChange}
        className="w-90"
        onKeyDown={(event) => {
          if (!matches(event.nativeEvent, "z")) return;
          event.preventDefault();
          onOpenChange(false);
          onSnooze({ kind: "reply" });
        }}
      >
        {onWake && (
          <>
            <MenuItem icon={<AlarmClockOff className="size-4" />} onSelect={onWake}>
              {t("wake")}
            </MenuItem>
            <MenuSeparator />
          </>
        )}
        <MenuLabel>{t("title")}</MenuLabel>
        {snoozeChoices(now, timeZone, windowClosesAt).map(({ name, until, at }) => (
          <MenuItem
            key={name}
            icon={icons[name]}
            end={
              name === "reply" ? (
                <Kbd>Z</Kbd>
              ) : (
                at && <span className="text-xs text-ink-3">{words.when(at.toISOString(), now)}</span>
              )
            }
            onSelect={() => onSnooze(until)}
          >
            {t(name)}
          </MenuItem>
        ))}
        <MenuItem icon={<CalendarClock className="size-4" />} onSelect={() => setChoosing(true)}>
          {t("choose")}
        </MenuItem>
      </Menu>
      {isChoosing && (
        <SnoozeDialog
          timeZone={timeZone}
          onClose={() => setChoosing(false)}
          onChoose={(at) => {
            setChoosing(false);
            onSnooze({ kind: "time", at: at.toISOString() });
          }}
        />
      )}
    </>
  );
}
