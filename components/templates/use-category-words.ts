"use client";

import { useTranslations } from "next-intl";

const known = ["UTILITY", "MARKETING", "AUTHENTICATION"] as const;
type Known = (typeof known)[number];

function isKnown(category: string): category is Known {
  return known.includes(category as Known);
}

/** A category by its name, and what a send in it counts as. */
export function useCategoryWords() {
  const t = useTranslations("templates");
  return {
    nameOf: (category: string) =>
      isKnown(category) ? t(`category.${category}`) : t("category.other", { category: category.toLowerCase() }),
    countsAs: (category: string) => t(`counts.${isKnown(category) ? category : "other"}`),
  };
}

/** Consent to what a template needs; a category that is not known counts as the strictest. */
export function purposeOf(category: string): "service" | "marketing" {
  return category === "UTILITY" || category === "AUTHENTICATION" ? "service" : "marketing";
}
