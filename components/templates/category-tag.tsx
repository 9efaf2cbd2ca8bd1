"use client";

import { Tag } from "@/components/ui/tag";
import { useCategoryWords } from "./use-category-words";

/** What a template counts as; hovering says what that means. */
export function CategoryTag({ category }: { category: string }) {
  const { nameOf, countsAs } = useCategoryWords();
  return (
    <Tag tone={category === "MARKETING" ? "warn" : "plain"} title={countsAs(category)}>
      {nameOf(category)}
    </Tag>
  );
}
