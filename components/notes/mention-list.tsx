"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Avatar } from "@/components/ui/avatar";
import { OptionRow } from "@/components/ui/option-row";
import type { Called } from "./mentions";

type ListProps = {
  id: string;
  members: readonly Called[];
  activeIndex: number;
  onChoose: (member: Called) => void;
};

/** Whom one may be calling, above the words; the focus stays in the words. */
export function MentionList({ id, members, activeIndex, onChoose }: ListProps) {
  const t = useTranslations("inbox.notes");
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[activeIndex]?.scrollIntoView({ block: "nearest" });
  }, [activeIndex]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t("callSomebody")}
      className="absolute inset-x-2 bottom-full z-30 mb-1 max-h-60 animate-appear overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-high sm:end-auto sm:w-72"
    >
      {members.map((member, at) => (
        <OptionRow
          key={member.id}
          id={`${id}-${member.id}`}
          isChosen={at === activeIndex}
          onChoose={() => onChoose(member)}
          className={clsx("min-h-8", at === activeIndex && "bg-hover")}
        >
          <Avatar name={member.name} seed={member.id} size="small" className="size-5" />
          <bdi className="truncate">{member.name}</bdi>
        </OptionRow>
      ))}
    </div>
  );
}
