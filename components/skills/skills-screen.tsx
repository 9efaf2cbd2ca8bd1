"use client";

import { useQuery } from "@tanstack/react-query";
import { GraduationCap } from "lucide-react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { skillsQuery } from "@/components/routing/queries";
import { ManagedList } from "@/components/settings/managed-list";
import type { DeleteSkill } from "@/lib/routing/schemas";
import type { Skill } from "@/lib/routing/types";
import { SkillDialog } from "./skill-dialog";

export function SkillsScreen(initial: { skills: Skill[] }) {
  const skills = useQuery({ ...skillsQuery, initialData: initial.skills }).data;
  return (
    <ManagedList
      of="skills"
      permission="skills.manage"
      icon={<GraduationCap />}
      items={skills}
      queryKey={keys.skills}
      show={({ name }) => <span dir="auto">{name}</span>}
      edit={(skill, onClose) => <SkillDialog skill={skill} onClose={onClose} />}
      remove={({ id }) => call<typeof DeleteSkill>("DELETE /skills/:skillId", { skillId: id })}
    />
  );
}
