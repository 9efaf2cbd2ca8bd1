"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { clsx } from "clsx";
import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { IconButton } from "@/components/ui/icon-button";
import type { FavourTemplate, UnfavourTemplate } from "@/lib/templates/schemas";
import type { Template } from "@/lib/templates/types";

/** Shown as the member wants it at once; the lists follow. */
export function FavouriteButton({ template }: { template: Template }) {
  const t = useTranslations("templates.list");
  const client = useQueryClient();
  const showProblem = useProblemToast();
  const change = useMutation({
    mutationFn: (wanted: boolean) => {
      const input = { templateId: template.id };
      return wanted
        ? call<typeof FavourTemplate>("PUT /templates/:templateId/favourite", input)
        : call<typeof UnfavourTemplate>("DELETE /templates/:templateId/favourite", input);
    },
    onError: showProblem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.templates }),
  });
  const isFavourite = change.isPending ? change.variables : (change.data?.isFavourite ?? template.isFavourite);
  return (
    <IconButton
      label={t(isFavourite ? "unfavour" : "favour", { name: template.name })}
      aria-pressed={isFavourite}
      onClick={() => change.mutate(!isFavourite)}
    >
      <Star className={clsx("size-4", isFavourite && "fill-current text-warn")} />
    </IconButton>
  );
}
