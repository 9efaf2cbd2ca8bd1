"use client";

import { useQuery } from "@tanstack/react-query";
import { Checkbox } from "@/components/ui/checkbox";
import { skillsQuery } from "./queries";

type ChoiceProps = { label: string; chosen: string[]; onChange: (skillIds: string[]) => void };

/** Which of the workspace's skills; nothing where there are none. */
export function SkillChoice({ label, chosen, onChange }: ChoiceProps) {
  const skills = useQuery(skillsQuery).data ?? [];
  if (skills.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <div className="grid grid-cols-2">
        {skills.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={() => onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])}
          />
        ))}
      </div>
    </fieldset>
  );
}
