"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { PanelSection } from "@/components/contacts/panel-section";
import { keys } from "@/components/queries/keys";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import type { SetConversationSkills } from "@/lib/routing/schemas";
import { conversationSkillsQuery, skillsQuery } from "./queries";
import { SkillChoice } from "./skill-choice";

/** Which skills whoever answers has to have; nothing where the workspace has none. */
export function PanelSkills({ conversationId }: { conversationId: string }) {
  const t = useTranslations("routing.work");
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const { queryKey } = conversationSkillsQuery(conversationId);
  const hasSkills = (useQuery(skillsQuery).data?.length ?? 0) > 0;
  const needed = useQuery({ ...conversationSkillsQuery(conversationId), enabled: hasSkills }).data;
  const set = useMutation({
    mutationFn: (skillIds: string[]) =>
      call<typeof SetConversationSkills>("PUT /conversations/:conversationId/skills", { conversationId, skillIds }),
    onMutate: (skillIds) => void client.setQueryData(queryKey, { skillIds }),
    onError: onProblem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.skills }),
  });
  if (!needed) return null;
  return (
    <PanelSection name="skills" title={t("skills")}>
      <SkillChoice label={t("needed")} chosen={needed.skillIds} onChange={(skillIds) => set.mutate(skillIds)} />
    </PanelSection>
  );
}
